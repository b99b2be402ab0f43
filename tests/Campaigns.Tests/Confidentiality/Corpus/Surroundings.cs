namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>What people post before and after: full of numbers and capitals, and of nobody.</summary>
internal static class Surroundings
{
    private static readonly string[] Before =
    [
        "Hi all", "Morning everyone!", "Right, rant time.", "Sorry for the long post 😩", "Can anyone help?", "So fed up with this", "Been on hold since 8am", "3 weeks waiting for a callback.", "Not sure if this is the right group but",
        "Second time asking…", "OK so", "Update:", "UPDATE 2 -", "Gave blood today for the 25th time 🩸", "Had my flu jab and covid booster at 10:15am", "Smear test done, took 5 minutes!!", "Just had a letter from the hospital", "FAO the vaccination team",
        "PSA for anyone in Leeds", "Our GP surgery is a joke.", "Brilliant service at the Royal Infirmary", "After 6 hours in A&E", "111 told me to ring 999", "Thank you NHS 💙", "#GetVaccinated", "#MissingType", "Nobody ever answers so:",
        "Bore da pawb", "Haud on a minute,", "Och, naebody answers the phone", "Honest to god", "Day 4 of waiting.", "BP was 120/80 so all good", "They've put me on 500mg twice a day", "Mum's 82 and nobody can tell her anything.",
        "To whoever runs this page -", "Cancelled again!!!", "My appointment was moved from 14/05 to 21/05", "Does anybody know", "I've rung 14 times", "Asking for a friend lol", "Is this thing on?", "Room 12, second floor, 2 hour wait.",
        "Screening letter came today", "Breast screening van in the Asda car park", "Trying to book a booster:", "£9.65 for a prescription, seriously?", "Only 4% of people give blood", "The 36 bus was late so", "It's been 18 months since diagnosis.",
        "Please share 🙏", "RT this", "Hiya", "Dear all,", "Hello,", "tbh", "Ffs", "Well this is embarrassing", "I know I shouldn't put this on here but", "please dm me", "Prosiect gwych!", "Posting on behalf of the family", "Following",
    ];

    private static readonly string[] After =
    [
        "thanks in advance", "Thank you!!", "🙏🙏", "please help", "Any ideas?", "x", "xx", "Cheers", "diolch", "ta", "#GiveBlood", "#NationalBloodWeek", "#COVID19 #vaccine", "#CervicalScreening saves lives", "call me back before 5pm", "it's urgent!",
        "and still nobody has rung back", "been waiting since 9:30", "I take 20mg a day", "my appointment is on 14 June at 10:40", "the clinic shuts at 6", "that's the 3rd letter this month.", "I'm 54 and B12 deficient.", "can you look it up?",
        "is that the right one?", "hope that's enough to find me", "ring 111 they said 🙄", "and they want me there for 8.15am", "blood group is O neg", "two doses down, 1 to go 💉", "Ward 7 were amazing", "would recommend 10/10", "it was 38.5 degrees last night",
        "cost me £12.50 parking", "we waited 45 mins", "who do I speak to?", "no rush 😊", "sort it out", "not happy", "the receptionist was lovely tho", "BBC said 1 in 3", "Pfizer both times", "see you at the donor session", "type 2 diabetes btw", "Samaritans are on 116 123 if anyone needs it",
        "the leaflet says 2 x 500mg paracetamol", "I'm in the Midlands", "it's been 12 weeks", "lol", "😂😂", "💉💪", "that is all.", "…", "so there", "have shared", "#MissingType", "dw if not", "ASAP please", "let me know", "I'll be in till 4", "and that's me on 3rd attempt",
    ];

    private static readonly string[] Joins = [" ", " ", " ", "\n", "\n\n", ". ", " - ", " … ", " 😊 ", "! ", ", ", " 🙏 ", "\r\n", " / "];

    /// <summary>Puts a text of the corpus into a post: alone, with something before it, after it or both.</summary>
    public static string Around(Random random, string text)
    {
        var start = random.Chance(0.6) ? random.Pick(Before) + random.Pick(Joins) : "";
        var end = random.Chance(0.6) ? random.Pick(Joins) + random.Pick(After) : random.Pick(["", "", ".", "!", "?", " ", "\n"]);
        return start + text + end;
    }
}
