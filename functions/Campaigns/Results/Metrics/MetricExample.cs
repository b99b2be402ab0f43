namespace Campaigns.Results.Metrics;

/// <summary>What a definition makes of something.</summary>
/// <param name="Given">What it is given.</param>
/// <param name="Gives">What it comes to; two numbers where it can only be said to lie between them.</param>
/// <param name="Version">Under which version.</param>
public sealed record MetricExample(string Given, IReadOnlyList<double> Gives, int Version);
