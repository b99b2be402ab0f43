namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>Where people live, what they drive.</summary>
internal static class PlaceValues
{
    // Royal Mail: no inward letter is C, I, K, M, O or V.
    private const string Inward = "ABDEFGHJLNPQRSTUWXYZ";
    private static readonly string[] OneLetterAreas = ["B", "E", "G", "L", "M", "N", "S", "W"];
    private static readonly string[] TwoLetterAreas =
    [
        "AB", "AL", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH", "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY",
        "EH", "EN", "EX", "FK", "FY", "GL", "GU", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IP", "IV", "KA", "KT", "KW", "KY", "LA", "LD", "LE", "LL", "LN", "LS", "LU", "ME",
        "MK", "ML", "NE", "NG", "NN", "NP", "NR", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST",
        "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "WA", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
    ];

    private static readonly string[] StreetNames =
    [
        "Acacia", "Albert", "Alexandra", "Alma", "Argyle", "Ashfield", "Beech", "Bellevue", "Birchwood", "Bridge", "Brook", "Buttermere", "Byron", "Castle", "Cavendish", "Cedar", "Chapel", "Cherry Tree",
        "Church", "Clarence", "Coronation", "Cromwell", "Derwent", "Dudley", "Elm", "Fairfield", "Farm", "Garden", "George", "Glebe", "Gladstone", "Green", "Grosvenor", "Hawthorn", "High", "Hill", "Holly",
        "Honeysuckle", "King", "Kingsway", "Laburnum", "Larch", "Lime", "Longfellow", "Lower Mill", "Maple", "Marlborough", "Meadow", "Mill", "Milton", "Moorland", "Nelson", "New", "North", "Oak", "Old Forge",
        "Orchard", "Park", "Poplar", "Primrose", "Queen", "Queen's", "Rectory", "Rowan", "Sandringham", "School", "Shakespeare", "South", "Springfield", "St John's", "St Mary's", "Stanley", "Station", "Sycamore",
        "Tennyson", "The Hill", "Upper Wood", "Vicarage", "Victoria", "Waterloo", "Wellington", "West", "Whitehall", "Willow", "Windermere", "Windsor", "Woodlands", "York", "Pen-y-Bryn", "Bryn Celyn", "Glenburn",
    ];

    private static readonly string[] StreetTypes =
        ["Road", "Street", "Avenue", "Close", "Drive", "Lane", "Crescent", "Terrace", "Gardens", "Grove", "Way", "Place", "Court", "Rd", "St", "Ave", "Cl", "Dr", "Ln", "Cres", "Walk", "Rise", "Square", "Mews", "Park", "View"];

    /// <summary>The outward and the inward part of a postcode; the outward one has each of its six forms as often.</summary>
    public static (string Outward, string Inward) PostcodeParts(Random random)
    {
        var (one, two, digit) = (random.Pick(OneLetterAreas), random.Pick(TwoLetterAreas), random.Between(1, 9));
        var outward = random.Next(6) switch
        {
            0 => $"{one}{digit}",
            1 => $"{one}{random.Between(10, 45)}",
            2 => $"{two}{digit}",
            3 => $"{two}{random.Between(10, 40)}",
            4 => $"{random.Pick(["W", "E", "N"])}1{random.One("ABCDEFGHJKPSTUW")}",
            _ => $"{random.Pick(["EC", "SW", "WC"])}{random.Between(1, 4)}{random.One("ABEHMNPRVWXY")}",
        };
        return (outward, $"{random.Next(10)}{random.Letters(2, Inward)}");
    }

    public static string Postcode(Random random) => PostcodeParts(random) is var (outward, inward) && random.Chance(0.75) ? $"{outward} {inward}" : $"{outward}{inward}";

    /// <summary>The number or the flat, and the street.</summary>
    public static string Street(Random random) => $"{random.Next(8) switch
    {
        0 => $"Flat {random.Between(1, 40)}, {random.Between(1, 200)}",
        1 => $"{random.Between(1, 90)}{random.One("AB")}",
        2 => $"{random.Between(1, 90)}{random.One("ab")}",
        3 => $"Flat {random.Between(1, 9)}{random.One("ABC")}, {random.Between(1, 200)}",
        _ => $"{random.Between(1, 250)}",
    }} {StreetOnly(random)}";

    public static string StreetOnly(Random random) => $"{random.Pick(StreetNames)} {random.Pick(StreetTypes)}";

    /// <summary>The plate on cars since 2001: two letters for the place, two digits for the time, three letters without I and Q.</summary>
    public static string Plate(Random random)
    {
        const string Area = "ABCDEFGHKLMNOPRSVWY";
        const string Last = "ABCDEFGHJKLMNOPRSTUVWXYZ";
        var age = random.Chance(0.5) ? random.Between(2, 26) : random.Between(51, 76);
        return $"{random.One(Area)}{random.One("ABCDEFGHJKLMNOPRSTUVWXY")}{age:00} {random.Letters(3, Last)}";
    }

    /// <summary>The older plates and those of Northern Ireland, which only a label gives away.</summary>
    public static string OldPlate(Random random)
    {
        const string Letters = "ABCDEFGHJKLMNOPRSTUVWXY";
        return random.Next(3) switch
        {
            0 => $"{random.One("ABCDEFGHJKLMNPRSTVWXY")}{random.Between(21, 999)} {random.Letters(3, Letters)}",
            1 => $"{random.Letters(3, Letters)} {random.Between(21, 999)}{random.One("ABCDEFGHJKLMNPRSTVWXY")}",
            _ => $"{random.One("ABCDEFGHJKLMNOPRSTUVWXY")}{random.Pick(["CZ", "EZ", "GZ", "HZ", "IL", "JZ", "KZ", "NZ", "UI", "XZ"])} {random.Between(1000, 9999)}",
        };
    }
}
