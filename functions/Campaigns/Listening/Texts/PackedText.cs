namespace Campaigns.Listening.Texts;

/// <summary>A mention's text on its way to the analyser, without personal data. It names neither author nor mention.</summary>
/// <param name="Key">The first 64 bits of the mention's key: only so that a mention that comes again counts once.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Tags">One bit for each hashtag of the campaign that it uses.</param>
/// <param name="Topics">One bit for each topic of the campaign that it is about.</param>
/// <param name="Language">The language that came with it, as ISO 639-1; null where none did.</param>
/// <param name="Text">What it says.</param>
public sealed record PackedText(ulong Key, string Channel, ulong Tags, ulong Topics, string? Language, string Text)
{
    /// <summary>Says nothing of what was said, wherever it is printed.</summary>
    public override string ToString() => nameof(PackedText);
}
