namespace Microsoft.Extensions.Logging;

public static partial class FunctionsLoggerExtensions
{
    public static void LogMetric(this ILogger logger, string name, double value, IDictionary<string, object>? properties = null)
    {
        ArgumentNullException.ThrowIfNull(logger);
        // There is nothing here that draws metrics: a line of the log must do.
        Measured(logger, name, value, string.Join(", ", (properties ?? new Dictionary<string, object>()).Select(property => $"{property.Key}={property.Value}")));
    }

    [LoggerMessage(1, LogLevel.Information, "{Name} {Value} ({Properties})")]
    private static partial void Measured(ILogger logger, string name, double value, string properties);
}
