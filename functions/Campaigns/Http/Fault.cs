namespace Campaigns.Http;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">The path of the field, such as <c>hashtags[1]</c> or <c>plan.tell</c>; empty for the whole body.</param>
/// <param name="Value">The offending value as it was sent, cut to 100 characters; null where it is missing.</param>
/// <param name="Rule">The rule it breaks, as a sentence.</param>
public sealed record Fault(string Field, string? Value, string Rule);
