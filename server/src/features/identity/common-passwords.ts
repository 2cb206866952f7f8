/**
 * Words that people build passwords from, without the digits and signs they decorate them with (password-rules.ts takes
 * those off before it looks here). Chosen by us: keyboard habits, names, sport, faith, places and films that are popular
 * where Cairn is used.
 */
export const commonPasswords: ReadonlySet<string> = new Set(`
password passwort passcode passphrase mypassword thepassword newpassword oldpassword yourpassword ourpassword passwordis changeme changemenow changethis
letmein letmeinplease letmeinnow opensesame welcome welcometo welcomehome welcomeback hello helloworld hellothere hithere goodmorning goodnight
admin administrator adminadmin rootroot superuser superadmin sysadmin supervisor manager operator master webmaster guest guestuser testuser test testing testtest tester demo demouser default defaultpassword
login loginlogin signin logmein account myaccount user username useruser secret secretword topsecret mysecret private security secure secured trustno trustnoone nothing nopassword whatever idontknow dontknow forgot forgotten
qwerty qwertyui qwertyuiop qwertyqwerty azerty azertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc asdasd asdqwe poiuytrewq lkjhgfdsa mnbvcxz abcd abcde abcdef abcdefg abcdefgh alphabet
iloveyou iloveu iloveyousomuch iloveme ilovemyself iloveindia ilovemom ilovemyfamily ilovegod loveyou lovelove lover lovers loveme mylove mylife myself truelove sweetheart darling sweety sweetie honey honeybee babygirl babyboy baby princess prince queen angel angels beautiful handsome friend friends friendship bestfriend bestfriends forever always family mother father mummy daddy brother sister
sunshine sunflower summer summertime winter autumn spring january february march april october november december monday friday sunday today tomorrow rainbow butterfly flower flowers cherry strawberry chocolate cookie banana orange pineapple computer laptop internet google facebook whatsapp instagram youtube twitter microsoft windows apple samsung android iphone github linkedin netflix
football cricket cricketer baseball basketball hockey soccer tennis badminton kabaddi liverpool chelsea arsenal barcelona realmadrid manchester mancity manutd worldcup champion champions winner dhoni kohli sachin tendulkar messi ronaldo neymar maradona mumbaiindians chennaisuperkings royalchallengers
superman batman spiderman ironman avengers starwars pokemon pikachu naruto harrypotter hogwarts dragonball dragon monkey tiger lion eagle shadow hunter killer ninja samurai warrior legend matrix phoenix freedom liberty justice power money dollar lucky luckyyou happy happyday smile peace heaven
krishna radhekrishna radheradhe harekrishna jaishreeram jaishriram shriram hanuman bajrangbali ganesha ganesh shiva omnamahshivaya mahadev harharmahadev saibaba omsairam waheguru allah bismillah mashallah jesus jesuschrist christ blessed godisgreat godislove
india indian bharat hindustan jaihind vandemataram mumbai delhi newdelhi bangalore bengaluru chennai kolkata hyderabad pune jaipur kerala punjab gujarat bihar
college university student students teacher professor engineer engineering campus hostel library placement placements graduate graduation alumni recruiter career careers cairn cairncareer
`.trim().split(/\s+/));
