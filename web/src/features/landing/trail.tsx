import classes from './trail.module.css';

interface TrailProps {
  /** From the foot of the hill to the top. */
  labels: readonly [string, string, string, string];
  description: string;
}

const width = 480;
const height = 400;

/** Each higher and further away than the one before, and a stone taller. */
const cairns = [
  { x: 92, y: 346, scale: 1.5 },
  { x: 330, y: 288, scale: 1.2 },
  { x: 168, y: 216, scale: 1 },
  { x: 322, y: 47, scale: 0.9 },
] as const;

/** Of one cairn from the ground up: half width, half height, offset, tilt in degrees. No two stones lie alike. */
const stones = [
  [20, 6.6, 0, -2],
  [15, 5.6, -1.6, 3],
  [10.5, 4.8, 1.4, -4],
  [6.4, 4, -0.4, 6],
] as const;

/** The way that Cairn marks: a path over three ridges, narrower as it climbs, with a cairn at each turn. */
export function Trail({ labels, description }: TrailProps) {
  return (
    <figure className={classes['scene']} role="img" aria-label={description}>
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} width="100%" aria-hidden="true" focusable="false">
        <circle cx="398" cy="92" r="34" className={classes['sun']} />
        <path className={classes['far']} d="M0 226C52 176 96 196 152 148S262 62 322 46s102 66 158 44v310H0Z" />
        <path className={classes['farTrail']} d="M172 218c-34-26 62-30 92-66s42-74 57-102" />
        <path className={classes['middle']} d="M0 272c66-40 118-22 190-54s150-48 214-22 62-2 76-8v212H0Z" />
        <path className={classes['middleTrail']} d="M334 290c12-46-128-30-162-72" />
        <path className={classes['near']} d="M0 340c84-30 152 2 246-34s164-44 234-32v126H0Z" />
        <path className={classes['nearTrail']} d="M36 400c14-36 50-50 108-52s178-12 190-56" />
        {cairns.map((cairn, index) => <Cairn key={cairn.y} {...cairn} count={index + 1} />)}
      </svg>
      {cairns.map((cairn, index) => (
        <span key={cairn.y} aria-hidden="true" className={classes['label']} style={{ left: `${String(((cairn.x + 26 * cairn.scale) / width) * 100)}%`, top: `${String(((cairn.y - 6) / height) * 100)}%` }}>{labels[index]}</span>
      ))}
    </figure>
  );
}

function Cairn({ x, y, scale, count }: { x: number; y: number; scale: number; count: number }) {
  // The lowest lie as they are; each next one rests on them.
  let ground = 0;
  return (
    <g transform={`translate(${String(x)} ${String(y)}) scale(${String(scale)})`} className={classes['cairn']}>
      {stones.slice(0, count).map(([rx, ry, dx, tilt]) => {
        const cy = ground - ry;
        ground = cy - ry + 1.6;
        return <ellipse key={rx} cx={dx} cy={cy} rx={rx} ry={ry} transform={`rotate(${String(tilt)} ${String(dx)} ${String(cy)})`} />;
      })}
    </g>
  );
}
