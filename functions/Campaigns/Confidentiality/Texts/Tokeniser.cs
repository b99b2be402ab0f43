namespace Campaigns.Confidentiality.Texts;

/// <summary>Cuts plain characters into words and numbers, and looks each word up once.</summary>
internal static class Tokeniser
{
    private const int LongestShortLink = 15;

    public static void Run(ReadText text)
    {
        var chars = text.Chars.AsSpan(0, text.Length);
        var (isInTag, isInAddress) = (false, false);
        for (var at = 0; at < chars.Length;)
        {
            var character = chars[at];
            if (char.IsAsciiDigit(character))
            {
                var end = at + 1;
                while (end < chars.Length && char.IsAsciiDigit(chars[end]))
                {
                    end++;
                }

                Add(text, at, end, TokenKind.Number, isInTag, isInAddress);
                at = end;
            }
            else if (char.IsAsciiLetter(character) || (character >= 0x80 && character != Characters.Found && char.IsLetter(character)))
            {
                at = Word(text, chars, at, isInTag, isInAddress);
            }
            else if (character == Characters.Found)
            {
                var end = at + 1;
                while (end < chars.Length && chars[end] == Characters.Found)
                {
                    end++;
                }

                Add(text, at, end, TokenKind.Found, isInTag, isInAddress);
                at = end;
            }
            else
            {
                if (character == '#')
                {
                    isInTag = true;
                    text.NoteSign(character);
                }
                else if (character <= ' ')
                {
                    (isInTag, isInAddress) = (false, false);
                }
                else if (character != '_')
                {
                    isInTag = false;
                    if (character == '/' && at > 1 && chars[at - 1] == '/' && chars[at - 2] == ':')
                    {
                        isInAddress = true;
                        at += ShortLink(chars[(at + 1)..]);
                    }

                    text.NoteSign(character);
                }

                at++;
            }
        }
    }

    // X's own short links are made of chance: nothing in them is worth a look.
    private static int ShortLink(ReadOnlySpan<char> address)
    {
        if (!address.StartsWith("t.co/", StringComparison.Ordinal))
        {
            return 0;
        }

        var end = "t.co/".Length;
        while (end < address.Length && char.IsAsciiLetterOrDigit(address[end]))
        {
            end++;
        }

        return end <= LongestShortLink ? end : 0;
    }

    private static int Word(ReadText text, ReadOnlySpan<char> chars, int at, bool isInTag, bool isInAddress)
    {
        ref var token = ref text.Add();
        (token.Start, token.IsInTag, token.IsInAddress, token.IsAfterLabel) = (at, isInTag, isInAddress, text.IsAfterLabel);
        text.IsAfterLabel = false;
        var hash = WordHash.Start;
        var uppers = 0;
        for (; at < chars.Length; at++)
        {
            var letter = chars[at];
            if (char.IsAsciiLetter(letter))
            {
                uppers += (letter & 0x20) == 0 ? 1 : 0;
                hash = WordHash.Next(hash, (char)(letter | 0x20));
            }
            else if (letter >= 0x80 && letter != Characters.Found && char.IsLetter(letter))
            {
                uppers += char.IsUpper(letter) ? 1 : 0;
                hash = WordHash.Next(hash, char.ToLowerInvariant(letter));
            }
            else
            {
                break;
            }
        }

        token.End = at;
        token.IsCapitalised = uppers > 0 && char.IsUpper(chars[token.Start]);
        token.IsUpper = uppers == token.Length;
        token.Classes = Lexicon.Find(hash);
        if (token.Length == 3 && chars[token.Start..at] is "www")
        {
            token.IsInAddress = true;
        }

        if (at < chars.Length && char.IsAsciiDigit(chars[at]) && token.Length > 1 && GluedLabel(chars[token.Start..at]) is > 0 and var label)
        {
            return Split(text, ref token, label);
        }

        text.Note(token);
        return at;
    }

    // "#regAB12CDE", "mrn1234567": the label, and what it is glued to.
    private static int Split(ReadText text, ref Token token, int label)
    {
        token.End = token.Start + label;
        token.Classes = Lexicon.Find(WordHash.OfAny(text.Text(token)));
        token.IsUpper = false;
        text.Note(token);
        text.IsAfterLabel = true;
        return token.End;
    }

    private static int GluedLabel(ReadOnlySpan<char> word)
    {
        var (hash, label) = (WordHash.Start, 0);
        for (var at = 0; at < word.Length; at++)
        {
            hash = WordHash.Next(hash, char.ToLowerInvariant(word[at]));
            if (at > 0 && (at > 1 ? word.Length - at <= 5 : word.Length - at is 1 or 3) && (Lexicon.Find(hash) & WordClasses.GluedLabel) != 0)
            {
                label = at + 1;
            }
        }

        return label;
    }

    private static void Add(ReadText text, int start, int end, TokenKind kind, bool isInTag, bool isInAddress)
    {
        ref var token = ref text.Add();
        (token.Start, token.End, token.Kind, token.IsInTag, token.IsInAddress) = (start, end, kind, isInTag, isInAddress);
        (token.IsAfterLabel, text.IsAfterLabel) = (text.IsAfterLabel, false);
        text.Note(token);
    }
}
