namespace Campaigns.Http;

/// <summary>The body of an answer that may be kept, as it is and compressed.</summary>
public interface IAnswerBody
{
    /// <summary>What tells it from other bodies, without the marks around it.</summary>
    string Tag { get; }

    /// <summary>How many bytes it has.</summary>
    long Length { get; }

    /// <summary>How many it has compressed; as many as it has, or more, where that does not pay.</summary>
    long CompressedLength { get; }

    /// <summary>Sends it.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="compressed">Whether it is sent compressed.</param>
    /// <param name="cancellationToken">Cancels sending.</param>
    Task SendAsync(Stream to, bool compressed, CancellationToken cancellationToken);
}
