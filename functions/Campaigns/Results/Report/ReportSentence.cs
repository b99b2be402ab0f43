namespace Campaigns.Results.Report;

/// <summary>A sentence of the story. Its figures are of one origin, so that what was counted and what somebody says are never mixed.</summary>
/// <param name="Origin">One of <see cref="ReportOrigin"/>.</param>
/// <param name="Parts">Its words and figures.</param>
public sealed record ReportSentence(string Origin, IReadOnlyList<ReportPart> Parts)
{
    /// <summary>It as plain text.</summary>
    public string Text => string.Concat(Parts.Select(part => part.Text));
}

/// <summary>A part of a sentence.</summary>
/// <param name="Text">The words.</param>
/// <param name="Figure">The figure that they tell, by its id; null for words alone.</param>
public sealed record ReportPart(string Text, string? Figure);
