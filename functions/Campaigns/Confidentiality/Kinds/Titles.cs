using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Names after a title: "Dr Patel", "nurse kelly", "Mrs P. Grimshaw".</summary>
internal static class Titles
{
    // As many as people bear: a text of nothing else is no name.
    private const int MostTitles = 4;

    /// <summary>The name that follows a title, or -1.</summary>
    public static int Named(ReadText text, int title) => Named(text, title, MostTitles - 1);

    private static int Named(ReadText text, int title, int further)
    {
        var at = title + 1;
        if (at >= text.Count || text.GapAfter(title) is var gap && (gap.Length is 0 or > 4 || gap.ContainsAnyExcept(" .\n\r_")))
        {
            return -1;
        }

        ref var name = ref text.Tokens[at];
        if (name.Is(WordClasses.Particle) && at + 1 < text.Count && text.GapAfter(at) is [' '] && text.Tokens[at + 1].Is(WordClasses.AnyGiven | WordClasses.AnySurname))
        {
            return at + 1;
        }

        if (name.Length == 1 && name.IsCapitalised && Parted(text, at + 1) is > 0 and var parted)
        {
            return parted;
        }

        if (name.Length == 1 && at + 1 < text.Count && text.Tokens[at + 1].Kind == TokenKind.Word && text.GapAfter(at) is [' '] or ['.', ' '] or ['\''] && (!text.Tokens[at + 1].Is(WordClasses.Ordinary | WordClasses.Filler) || (text.Tokens[at + 1].IsCapitalised && text.Tokens[at + 1].Is(WordClasses.AnySurname))) && (text.Tokens[title].Length < 5 || (text.Tokens[at + 1].IsCapitalised && text.Tokens[at + 1].Is(WordClasses.AnySurname))))
        {
            return at + 1;
        }

        if (name.Kind != TokenKind.Word || name.IsInTag || (name.Is(WordClasses.NotName | WordClasses.Organisation | WordClasses.Title) && !IsSurname(text, title, name)))
        {
            return further > 0 && name.Is(WordClasses.Title) && name.IsCapitalised && text.Tokens[title].IsCapitalised && Named(text, at, further - 1) is > 0 and var named ? named : -1;
        }

        if (name.IsCapitalised)
        {
            var isInitial = name.Length == 1 && text.Chars[name.Start] is not 'I';
            return isInitial || name.Is(WordClasses.AnySurname | WordClasses.AnyGiven) || (name.Length > 1 && !name.Is(WordClasses.Ordinary | WordClasses.Filler | WordClasses.Place | WordClasses.Person) && (!name.IsUpper || text.Tokens[title].IsUpper || name.Length > 4)) ? at : -1;
        }

        // In small letters: a name that is known, or any word that is none after a title that nothing else follows.
        var isAlways = text.Text(text.Tokens[title]) is "mr" or "mrs" or "ms" or "mx" or "Mr" or "Mrs" or "Ms" or "Mx" or "prof" or "dr" or "Dr";
        return name.Is(WordClasses.Given | WordClasses.Surname) || (isAlways && name.Length > 2 && !name.Is(WordClasses.Ordinary | WordClasses.Filler | WordClasses.Place | WordClasses.Person)) || (isAlways && name.Is(WordClasses.SurnameWord) && text.GapAfter(title).Length == 1 && !name.Is(WordClasses.HealthVerb)) ? at : -1;
    }

    // "Nurse A O'Brien", "Dr J Ap Gwilym": a surname of two words after an initial.
    private static int Parted(ReadText text, int at) =>
        at + 1 < text.Count && text.GapAfter(at - 1) is [' '] or ['.', ' '] && text.Tokens[at].IsCapitalised && text.Tokens[at + 1].IsCapitalised && text.Tokens[at + 1].Is(WordClasses.AnySurname | WordClasses.AnyGiven)
            && ((text.Tokens[at].Length == 1 && text.GapAfter(at) is ['\'']) || (text.Tokens[at].Is(WordClasses.Particle) && text.GapAfter(at) is [' '])) ? at + 1 : -1;

    // "Sister Ward", "Dr Law": words for places and institutions are surnames after a title, save what a title begins itself ("Lord Street").
    private static bool IsSurname(ReadText text, int title, in Token name) =>
        name.Is(WordClasses.SurnameWord) && !name.Is(WordClasses.NotName)
        && (text.Tokens[title].Length < 4 || (name.IsCapitalised && text.Tokens[title].IsCapitalised && text.Text(text.Tokens[title]) is not ("Lord" or "Lady" or "Dame" or "Canon" or "Major" or "Master" or "Captain" or "Colonel" or "Father" or "Constable")));
}
