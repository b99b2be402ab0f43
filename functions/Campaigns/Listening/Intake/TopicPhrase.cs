namespace Campaigns.Listening.Intake;

/// <summary>A word or phrase of topics.</summary>
/// <param name="Text">It, folded, with one space where it has white space.</param>
/// <param name="First">The length of its first piece, by which it is found.</param>
/// <param name="Uses">What it says.</param>
internal sealed record TopicPhrase(string Text, int First, TopicUse[] Uses)
{
    /// <summary>Makes a phrase of what a plan says.</summary>
    /// <param name="written">As the plan has it.</param>
    /// <param name="folded">Folds it.</param>
    public static string Fold(string written, FoldedText folded) =>
        string.Join(' ', folded.Fold(written).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a folded text has it at <paramref name="start"/>, where its first piece stands.</summary>
    public bool StandsAt(ReadOnlySpan<char> text, int start)
    {
        var at = start + First;
        for (var index = First; index < Text.Length; index++)
        {
            if (Text[index] == ' ')
            {
                var gap = at;
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == gap)
                {
                    return false;
                }
            }
            else if (at == text.Length || text[at++] != Text[index])
            {
                return false;
            }
        }

        return WordBreaks.IsBreak(text, at);
    }
}
