using System.Text;

namespace Campaigns.Insight.Embedded;

/// <summary>Takes a text apart: words, hashtags, emoji and emoticons; links, handles and placeholders ("[name]") only part what stands around them.</summary>
internal static class Tokeniser
{
    private const TokenKinds NewSentence = TokenKinds.AfterBreak | TokenKinds.AfterSentence;

    /// <summary>Reads a text in one pass.</summary>
    /// <param name="text">Any text, whole or not.</param>
    /// <param name="lexicon">What words there are.</param>
    /// <param name="tokens">Where they go.</param>
    public static void Read(ReadOnlySpan<char> text, Lexicon lexicon, ref Tokens tokens)
    {
        var before = NewSentence;
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            var afterSpace = at == 0 || char.IsWhiteSpace(text[at - 1]);
            var left = text[at] switch
            {
                var first when char.IsWhiteSpace(first) => Space(first, ref before),
                'h' or 'H' or 'w' or 'W' when Skipped.Link(rest) is > 0 and var link => Broken(link, ref before),
                '@' or '＠' when Skipped.Handle(rest) is > 0 and var handle => Broken(handle, ref before),
                '[' when Skipped.Placeholder(rest) is > 0 and var placeholder => Broken(placeholder, ref before),
                '&' when Skipped.Entity(rest) is > 0 and var entity => entity,
                '#' or '＃' when rest.Length > 1 && Words.IsPart(rest[1]) => Hashtags.Read(rest, lexicon, ref tokens, ref before),
                var first when Words.IsPart(first) => Words.Read(rest, lexicon, ref tokens, ref before),
                _ => Sign(rest, afterSpace, lexicon, ref tokens, ref before),
            };
            at += left;
        }
    }

    private static int Space(char first, ref TokenKinds before)
    {
        before |= first == '\n' ? NewSentence : TokenKinds.None;
        return 1;
    }

    private static int Broken(int length, ref TokenKinds before)
    {
        before |= TokenKinds.AfterBreak;
        return length;
    }

    private static int Sign(ReadOnlySpan<char> rest, bool afterSpace, Lexicon lexicon, ref Tokens tokens, ref TokenKinds before)
    {
        if (char.IsAscii(rest[0]) && Signs.Emoticon(rest, afterSpace, lexicon, out var number) is > 0 and var emoticon)
        {
            tokens.Add(rest[..emoticon], number, TokenKinds.Sign | before);
            before = TokenKinds.AfterBreak;
            return emoticon;
        }

        Rune.DecodeFromUtf16(rest, out var rune, out var length);
        if (Signs.IsDress(rune))
        {
            return length;
        }

        if (Signs.IsEmoji(rune))
        {
            tokens.Add(rest[..length], lexicon.Find(rest[..length]), TokenKinds.Sign | before);
            before = TokenKinds.AfterBreak;
            return length;
        }

        switch (rune.Value)
        {
            case '!' or '！' or '¡':
                tokens.Exclamations++;
                before |= NewSentence;
                break;
            case '‼':
                tokens.Exclamations += 2;
                before |= NewSentence;
                break;
            case '?' or '？' or '؟':
                tokens.Mark(TokenKinds.Asked);
                before |= NewSentence;
                break;
            case '.' or '…' or '。' or '।' or ';':
                before |= NewSentence;
                break;
            case '-' or '\'' or '"' or '’' or '“' or '”' or '*' or '_' or '~':
                break;
            default:
                before |= TokenKinds.AfterBreak;
                break;
        }

        return length;
    }
}
