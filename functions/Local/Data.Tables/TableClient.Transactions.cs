using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <inheritdoc cref="SubmitTransactionAsync"/>
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        SubmitAsync(transactionActions, async: false, cancellationToken).Result();

    /// <summary>Writes all of the entities or none of them: up to 100 of one partition, each row once, 4 MiB together.</summary>
    /// <remarks>
    /// These limits are the service's to refuse, here as in the official client. The emulator does not refuse more than one
    /// partition key, so a caller that builds its keys asserts that itself.
    /// </remarks>
    /// <exception cref="TableTransactionFailedException">One operation was refused, and with it all of them.</exception>
    /// <exception cref="RequestFailedException">The transaction was refused before any of its operations was looked at.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        await SubmitAsync(transactionActions, async: true, cancellationToken).ConfigureAwait(false);

    private async ValueTask<Response<IReadOnlyList<Response>>> SubmitAsync(
        IEnumerable<TableTransactionAction> actions, bool async, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var batch = new BatchWriter(pipeline.Endpoint, Name, actions);
        var message = pipeline.Request(RequestMethod.Post, "/$batch", accept: TablePipeline.Json);
        message.Request.Headers.Add(HttpHeader.Names.ContentType, batch.ContentType);
        message.Request.Content = RequestContent.Create(batch.Body);
        var response = await pipeline.SendAsync(message, async, cancellationToken, 202).ConfigureAwait(false);
        var parts = BatchReader.Read(response);
        var refused = parts.FirstOrDefault(static part => part.Status >= 400);
        return refused is null
            ? Response.FromValue<IReadOnlyList<Response>>(parts, response)
            : throw new TableTransactionFailedException(new RequestFailedException(refused, null, TableErrors.Parser));
    }
}
