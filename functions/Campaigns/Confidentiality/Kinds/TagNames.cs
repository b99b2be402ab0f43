using Campaigns.Confidentiality.Texts;

namespace Campaigns.Confidentiality.Kinds;

/// <summary>Hashtags that end in somebody's name, "#JaneSmith" or "#JusticeForJaneSmith". Every other hashtag stays.</summary>
internal static class TagNames
{
    private const int Longest = 40;

    public static void Find(ReadText text, int at)
    {
        ref var token = ref text.Tokens[at];
        if (!token.IsCapitalised || token.IsUpper || token.Length is < 6 or > Longest)
        {
            return;
        }

        var word = text.Text(token);
        var surname = word.LastIndexOfAnyInRange('A', 'Z');
        var given = surname > 0 ? word[..surname].LastIndexOfAnyInRange('A', 'Z') : -1;
        if (given > 0 && word[given..surname] is "O" or "Mc" or "Mac")
        {
            (surname, given) = (given, word[..given].LastIndexOfAnyInRange('A', 'Z'));
        }

        if (given < 0 || surname - given < 3 || word.Length - surname < 2)
        {
            return;
        }

        if ((Lexicon.Find(WordHash.OfAny(word[given..surname])) & WordClasses.Given) != 0 && ((Lexicon.Find(WordHash.OfAny(word[surname..])) | (word[surname] == 'O' ? Lexicon.Find(WordHash.OfAny(word[(surname + 1)..])) : 0)) & WordClasses.AnySurname) != 0)
        {
            text.Spans.Add(token.Start + given, token.End, PersonalDataKind.Name);
        }
    }
}
