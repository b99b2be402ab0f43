namespace Campaigns.Channels;

/// <summary>One thing that keeps a channel from showing some content.</summary>
/// <param name="Part">What is wrong: <c>text</c>, <c>link</c>, <c>media</c>, <c>media[0].alt</c>.</param>
/// <param name="Value">The value that is wrong, or its measure.</param>
/// <param name="Rule">The rule that it breaks.</param>
public sealed record ContentFault(string Part, string? Value, string Rule);
