using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Azure.Data.Tables;

/// <summary>A transaction that the service refused as a whole, with the status and code of the operation that it refused it for.</summary>
public partial class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        foreach (DictionaryEntry item in requestFailedException.Data)
        {
            Data[item.Key] = item.Value;
        }

        FailedTransactionActionIndex = IndexIn(requestFailedException.Message);
    }

    public int? FailedTransactionActionIndex { get; }

    /// <summary>The service begins its message with the position of the operation: <c>3:The specified entity already exists.</c></summary>
    private static int? IndexIn(string message) =>
        LeadingIndex().Match(message) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    [GeneratedRegex(@"(?:\A|""value"":"")(\d{1,3}):")]
    private static partial Regex LeadingIndex();
}
