namespace Campaigns.Results.Feed;

/// <summary>What a nullable figure is worth, for the column beside it.</summary>
internal static class FeedStatus
{
    /// <summary>The figure and its status.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="unknown">Why it is null, where it is.</param>
    public static object?[] Of(long? value, string unknown) => [value, value is null ? unknown : value == 0 ? FigureStatus.Zero : FigureStatus.Value];

    /// <inheritdoc cref="Of(long?, string)" />
    public static object?[] Of(double? value, string unknown) => [value, value is null ? unknown : value == 0 ? FigureStatus.Zero : FigureStatus.Value];
}
