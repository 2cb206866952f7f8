/** The demo student's resume, as a student in her last year would write it. */
export function demoResumeMarkdown(thisYear: number): string {
  const year = (ago: number): string => String(thisYear - ago);
  return `# Ishita Varma

ishita.varma@tarangini.example · +91 98200 00000 · Pune, India · https://github.com/ishita-varma-demo

## Summary

Final-year computer science student who likes to build small tools that people really use. Looking for a first job in backend development.

## Education

**B.E. in Computer Science**, Tarangini College of Engineering and Arts, Pune
${year(4)} - Present
CGPA 8.4/10

**Class XII (Science)**, Saraswati Vidyalaya, Nashik
${year(5)} - ${year(4)}
91.2%

## Experience

**Software Intern**, Monsoon Data Works, Pune
Jun ${year(1)} - Aug ${year(1)}
- Wrote Python scripts that cleaned 40,000 survey records and cut a day of manual work to ten minutes
- Answered questions of the sales team with SQL queries and drew the results with Matplotlib
- Kept the work in Git and learned to ask for review early

## Projects

**Hostel Mess Ledger**
Jan ${year(1)} - Apr ${year(1)}
- Built a web page with HTML, CSS and JavaScript where 120 students see their mess balance
- Stored entries in SQLite and wrote the server side in Python with Flask

**Bus Tracker**
${year(2)}
- Wrote a Java program that predicts when the college bus arrives from a log of 90 trips

## Skills

Languages: Python, Java, SQL, HTML, CSS, JavaScript
Tools: Git, Linux, VS Code, Excel
Other: teamwork, communication

## Languages

- Hindi: native
- English: fluent
- Marathi: fluent
`;
}
