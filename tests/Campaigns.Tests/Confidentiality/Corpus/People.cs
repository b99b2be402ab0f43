namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>Names that are common in the UK, put together by chance.</summary>
internal static class People
{
    public static readonly string[] Given =
    [
        "Aaliyah", "Aaron", "Abdul", "Abigail", "Adam", "Adebayo", "Agnieszka", "Ahmed", "Aisha", "Alan", "Alastair", "Alice", "Alison", "Amanda", "Amelia", "Amina", "Amy", "Andrew", "Angela", "Angus",
        "Anita", "Anna", "Anthony", "Anwen", "Arjun", "Arthur", "Ayesha", "Barbara", "Ben", "Beth", "Bethan", "Brenda", "Brian", "Bronwen", "Callum", "Calum", "Carol", "Catherine", "Ceri", "Charlotte",
        "Chidi", "Chloe", "Christine", "Christopher", "Ciara", "Claire", "Colin", "Craig", "Dafydd", "Daniel", "David", "Dawn", "Deborah", "Denise", "Derek", "Diane", "Donna", "Dorothy", "Duncan", "Dylan",
        "Eilidh", "Elaine", "Eleanor", "Elizabeth", "Ella", "Emily", "Emma", "Ewan", "Fatima", "Fiona", "Folasade", "Frances", "Freya", "Gareth", "Gary", "Gemma", "Geoffrey", "George", "Geraint", "Gillian",
        "Gordon", "Graham", "Gwen", "Hamish", "Hannah", "Harpreet", "Harriet", "Hassan", "Hazel", "Heather", "Helen", "Hugh", "Iain", "Ian", "Ibrahim", "Imran", "Isla", "Jack", "Jacqueline", "James",
        "Jane", "Janet", "Jason", "Jean", "Jennifer", "Joanne", "John", "Joseph", "Joyce", "Julie", "Karen", "Kathleen", "Katie", "Keith", "Kelly", "Kenneth", "Kevin", "Khadija", "Kirsty", "Krzysztof",
        "Laura", "Lauren", "Lesley", "Lewis", "Linda", "Lisa", "Liam", "Louise", "Lucy", "Magdalena", "Malcolm", "Margaret", "Marion", "Martin", "Mary", "Matthew", "Maureen", "Megan", "Mei", "Michael",
        "Michelle", "Mohammed", "Moira", "Morag", "Muhammad", "Natalie", "Neil", "Nia", "Niamh", "Nicola", "Nigel", "Nkechi", "Oliver", "Olivia", "Oluwaseun", "Owen", "Pamela", "Patricia", "Patrick", "Paul",
        "Peter", "Philip", "Priya", "Rachel", "Rajesh", "Rebecca", "Rhian", "Rhys", "Richard", "Robert", "Roisin", "Ruth", "Ryan", "Samantha", "Sandra", "Sanjay", "Sarah", "Scott", "Sean", "Sharon",
        "Sheila", "Shirley", "Siân", "Simon", "Sophie", "Stephen", "Steven", "Stuart", "Sunita", "Susan", "Sylvia", "Thomas", "Tracey", "Valerie", "Victoria", "Wendy", "Yasmin", "Yusuf", "Zainab", "Zoe",
    ];

    public static readonly string[] Surnames =
    [
        "Abbott", "Adeyemi", "Ahmed", "Akhtar", "Ali", "Allen", "Anderson", "Armstrong", "Atkinson", "Bailey", "Banerjee", "Barker", "Begum", "Bennett", "Bhatt", "Booth", "Bradshaw", "Brown", "Buchanan", "Byrne",
        "Campbell", "Carr", "Chaudhry", "Chapman", "Choudhury", "Clarke", "Collins", "Cooper", "Cox", "Davies", "Dawson", "Dhillon", "Doherty", "Douglas", "Edwards", "Ellis", "Evans", "Ferguson", "Fernandes", "Fitzgerald",
        "Fletcher", "Gallagher", "Gibson", "Gill", "Graham", "Griffiths", "Gupta", "Hamilton", "Harris", "Harrison", "Hendry", "Henderson", "Holmes", "Howells", "Hughes", "Hussain", "Iqbal", "Jackson", "Jenkins", "Johnson",
        "Jones", "Kaur", "Kelly", "Kennedy", "Khan", "Kowalski", "Kumar", "Lewis", "Llewellyn", "Lloyd", "MacDonald", "MacLeod", "Mahmood", "Malik", "Marshall", "Mason", "McAllister", "McBride", "McCarthy", "McDonald",
        "McGregor", "McKenzie", "Mehta", "Miah", "Mitchell", "Moore", "Morgan", "Morris", "Murphy", "Murray", "Ndlovu", "Nowak", "Nguyen", "O'Brien", "O'Connor", "O'Neill", "Okafor", "Okonkwo", "Osborne", "Owen",
        "Parker", "Parry", "Patel", "Patterson", "Pearson", "Phillips", "Powell", "Price", "Pritchard", "Rahman", "Rees", "Reid", "Richardson", "Roberts", "Robertson", "Robinson", "Ross", "Russell", "Saunders", "Shah",
        "Sharma", "Shaw", "Siddiqui", "Simpson", "Sinclair", "Singh", "Smith", "Smith-Jones", "Stevens", "Stewart", "Sutherland", "Szymanski", "Taylor", "Thomas", "Thompson", "Tran", "Turnbull", "Turner", "Wainwright", "Walker",
        "Wallace", "Walsh", "Ward", "Watson", "Webb", "Whitehead", "Wilkinson", "Williams", "Williamson", "Wilson", "Wong", "Wright", "Yeung", "Zielinski", "Featherstone", "Ramsbottom", "Entwistle", "Bevan-Hughes", "Ap Gwilym", "Threlfall",
    ];

    public static readonly string[] Titles = ["Mr", "Mrs", "Miss", "Ms", "Dr", "Mr.", "Mrs.", "Dr.", "Doctor", "Professor", "Prof", "Sister", "Nurse"];

    public static string FullName(Random random) => $"{random.Pick(Given)} {random.Pick(Surnames)}";

    /// <summary>Lower case and letters of ASCII only, as accounts spell a name.</summary>
    public static string Plain(string name) => string.Concat(name.Replace('â', 'a').Where(char.IsAsciiLetter)).ToLowerInvariant();
}
