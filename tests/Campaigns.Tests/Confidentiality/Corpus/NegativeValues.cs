namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>What looks like a datum and identifies nobody.</summary>
internal static class NegativeValues
{
    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["drug"] = ["paracetamol", "ibuprofen", "metformin", "amoxicillin", "sertraline", "citalopram", "omeprazole", "levothyroxine", "atorvastatin", "amlodipine", "ramipril", "co-codamol", "naproxen", "HRT", "Ventolin", "Fostair", "insulin", "warfarin", "apixaban", "methotrexate", "tamoxifen", "folic acid", "Ozempic", "Mounjaro", "Elvanse", "propranolol", "Calpol", "Gaviscon", "Anadin", "prednisolone"],
        ["disease"] = ["Parkinson's", "Crohn's", "Down's syndrome", "Hodgkin lymphoma", "non-Hodgkin lymphoma", "Huntington's disease", "Alzheimer's", "Graves' disease", "Hashimoto's", "Lewy body dementia", "Ménière's disease", "Raynaud's", "Tourette's", "Addison's", "Cushing's", "Bell's palsy", "Paget's disease", "Ehlers-Danlos", "Guillain-Barré syndrome", "Kawasaki disease", "Marfan syndrome", "type 2 diabetes", "COPD", "Barrett's oesophagus", "Sjögren's", "Wilson's disease", "Turner syndrome", "Lynch syndrome", "H5N1", "Covid-19", "MRSA", "HPV16", "BRCA1"],
        ["hospital"] = ["Leeds General Infirmary", "St Thomas' Hospital", "Addenbrooke's", "the Royal Marsden", "Guy's", "King's College Hospital", "Queen Elizabeth Hospital", "St James's", "Great Ormond Street", "John Radcliffe", "the Christie", "Alder Hey", "Morriston Hospital", "Ninewells", "the Royal Victoria", "Musgrove Park Hospital", "Princess Royal", "Queen Alexandra", "Prince Philip Hospital", "Macmillan unit", "Maggie's", "Marie Curie", "St Mary's Hospital", "Freeman Hospital", "Victoria Hospital"],
        ["town"] = ["Leeds", "Preston", "Lincoln", "Chester", "Stirling", "Perth", "Swansea", "Bangor", "Derry", "Newry", "Bath", "Reading", "Rugby", "Hull", "Barry", "Ayr", "Milton Keynes", "Bury", "Stoke-on-Trent", "St Albans", "Newcastle upon Tyne", "Paisley", "Caerphilly", "Kings Lynn", "Merthyr Tydfil", "Kirkcaldy", "Bury St Edmunds"],
        ["month"] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["day"] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        ["tag"] = ["#COVID19", "#GiveBlood", "#MissingType", "#NationalBloodWeek", "#NHS75", "#FluJab2024", "#WorldCancerDay", "#MentalHealthAwarenessWeek", "#CervicalScreening", "#Movember", "#StopTober2023", "#5aday", "#NHSAt70", "#BeClearOnCancer", "#H1N1", "#Jab1Done", "#TimeToTalk", "#BreastCancerAwareness", "#111First", "#1in4", "#DryJanuary", "#WorldAIDSDay", "#1Dec", "#Couchto5k", "#B12", "#T2D", "#RSV", "#MMR"],
        ["brand"] = ["Pfizer", "AstraZeneca", "Moderna", "Boots", "Lloyds Pharmacy", "Superdrug", "Tesco", "Asda", "Marks and Spencer", "John Lewis", "Johnson & Johnson", "Morrisons", "BBC Radio 4", "Sky News", "ITV", "Channel 4", "Specsavers", "Weight Watchers", "Costa", "Greggs", "Harley Street", "Downing Street", "EastEnders", "Coronation Street"],
        ["body"] = ["NHS England", "NHS 24", "Public Health Wales", "UKHSA", "NICE", "MHRA", "CQC", "Healthwatch", "NHSBT", "Anthony Nolan", "Macmillan Cancer Support", "Cancer Research UK", "Mind", "Age UK", "the Samaritans", "St John Ambulance", "British Red Cross", "Scope", "Marie Stopes", "Terrence Higgins Trust", "Blood Cancer UK"],
        ["group"] = ["O neg", "A+", "AB-", "B positive", "O RhD negative", "A neg", "Ro subtype", "AB positive"],
        ["helpline"] = ["111", "999", "101", "116 123", "112", "NHS 111", "116123", "119", "0800 1111", "0300 123 2323", "105", "85258", "0808 801 0677"],
        // Names that are words here.
        ["pun"] =
        [
            "Mark your calendars", "The bill came to a fortune", "Rose from nothing to a full clinic", "Miles away from anywhere", "Our ruby anniversary as donors", "Amber alert for blood stocks", "Jack of all trades, the ward clerk", "Max two tablets", "A dawn start for the early clinic",
            "Some frank advice from the nurse", "The penny dropped", "Art therapy", "Heather and lavender in the garden", "Summer, autumn, winter, still waiting", "Earl Grey and a biscuit afterwards", "They had to chase up the result", "A pat on the back for the team", "They drew blood twice", "A grant for the hospice",
            "The dean of medicine spoke", "Joy! Faith! Nearly done!", "Sunny outside at least", "A robin on the window sill", "Carol concert for the ward", "Ivy on the walls of the old asylum", "Reading and Bath both have sessions", "Christian Aid week", "With grace and patience", "By the will of the people",
        ],
    };

    /// <summary>What stands for a slot.</summary>
    public static string Of(string slot, Random random) => slot switch
    {
        "n" => $"{random.Between(2, 40)}",
        "nn" => $"{random.Between(41, 999)}",
        "big" => random.Pick([$"{random.Between(1, 99)},{random.Digits(3)}", $"{random.Between(1, 9)},{random.Digits(3)},{random.Digits(3)}", $"{random.Between(1, 70)}m", $"{random.Between(1, 9)}.{random.Between(1, 9)} million", $"{random.Between(1000, 9999)}", $"{random.Between(10, 900)}k"]),
        "dose" => random.Pick(["5mg", "500mg", "0.5ml", "75mcg", "20 mg", "2.5mg", "1g", "10ml", "400 IU", "1000mg", "50mcg", "0.3ml", "150 mg/5ml", "100mg/2ml", "12.5mg"]),
        "times" => random.Pick(["x 3", "x2", "twice a day", "4x daily", "3 times a day", "every 4-6 hours", "bd", "1 tds", "once at night"]),
        "vitamin" => random.Pick(["B12", "D3", "B6", "K2", "B12 injection", "T4", "T3", "Ca125", "HbA1c", "PSA 4.2", "CA 15-3", "CD4 350", "FEV1", "A1C 48"]),
        "bp" => $"{random.Between(95, 180)}/{random.Between(55, 110)}",
        "price" => random.Pick([$"£{random.Between(1, 99)}.{random.Digits(2)}", $"£{random.Between(1, 900)}", $"£{random.Between(1, 900)}m", $"£{random.Between(1, 9)}.{random.Between(1, 9)}bn", $"{random.Between(10, 99)}p", $"£{random.Between(1, 99)},{random.Digits(3)}"]),
        "pct" => random.Pick([$"{random.Between(1, 99)}%", $"{random.Between(1, 99)}.{random.Between(1, 9)}%", $"{random.Between(1, 99)} per cent", $"{random.Between(1, 20)} in {random.Between(21, 100)}", $"1 in {random.Between(2, 500)}"]),
        "year" => $"{random.Between(1948, 2026)}",
        "time" => random.Pick([$"{random.Between(1, 12)}:{random.Between(0, 59):00}", $"{random.Between(1, 12)}.{random.Between(0, 59):00}pm", $"{random.Between(1, 12)}am", $"{random.Between(10, 23)}:{random.Between(0, 59):00}", $"{random.Between(1, 12)}pm", $"{random.Between(8, 12)}-{random.Between(1, 5)}", $"{random.Between(9, 12)}.30"]),
        "date" => Date(random),
        "bus" => random.Pick(["X36", "N29", "36", "42A", "B4", "X1", "U1", "73", "K3", "E11", "7A"]),
        "room" => random.Pick(["room 12", "Room 4B", "ward 23", "Ward C4", "bay 6", "Clinic 5", "level 2", "Outpatients 3", "Gate 14", "floor 3", "desk 2", "Zone A", "Block C", "Suite 7", "car park B", "Entrance 4"]),
        "score" => $"{random.Between(0, 7)}-{random.Between(0, 7)}",
        "version" => random.Pick(["v2.1.0", "iOS 17.4", "version 3.12", "BA.2.86", "B.1.1.7", "XBB.1.5", "JN.1", "Android 14", "app 5.10.1", "BA.4/5", "mRNA-1273", "BNT162b2", "v10", "IPv4"]),
        "district" => random.Pick(["LS6", "M1", "SE5", "CF10", "G12", "BT9", "EH", "SW London", "S10", "E1"]),
        "temp" => $"{random.Between(36, 40)}.{random.Between(0, 9)}",
        _ => random.Pick(Lists[slot]),
    };

    /// <summary>When something happens or happened, as announcements say it.</summary>
    private static string Date(Random random)
    {
        var date = new DateOnly(2015, 1, 1).AddDays(random.Next(4300));
        return random.Next(9) switch
        {
            0 => PaperValues.Invariant(date, "d MMMM"),
            1 => PaperValues.Invariant(date, "dd/MM/yyyy"),
            2 => PaperValues.Invariant(date, "d/M"),
            3 => PaperValues.Invariant(date, "dddd d MMMM yyyy"),
            4 => $"{PaperValues.Ordinal(date.Day)} {PaperValues.Invariant(date, "MMM")}",
            5 => PaperValues.Invariant(date, "yyyy-MM-dd"),
            6 => PaperValues.Invariant(date, "dd.MM.yy"),
            7 => $"the {PaperValues.Ordinal(date.Day)}",
            _ => PaperValues.Invariant(date, "d MMM yyyy"),
        };
    }
}
