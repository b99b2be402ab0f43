using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual Response<T> GetEntity<T>(string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = ReadAsync(partitionKey, rowKey, select, async: false, cancellationToken, 200).Result();
        return Response.FromValue(EntityIn<T>(response), response);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await ReadAsync(partitionKey, rowKey, select, async: true, cancellationToken, 200).ConfigureAwait(false);
        return Response.FromValue(EntityIn<T>(response), response);
    }

    public virtual NullableResponse<T> GetEntityIfExists<T>(string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        EntityOrNone<T>(ReadAsync(partitionKey, rowKey, select, async: false, cancellationToken, 200, 404).Result());

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        EntityOrNone<T>(await ReadAsync(partitionKey, rowKey, select, async: true, cancellationToken, 200, 404).ConfigureAwait(false));

    public virtual Pageable<T> Query<T>(string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new Pages<T>((continuation, size) => PageAsync<T>(filter, size ?? maxPerPage, select, continuation, async: false, cancellationToken).Result());

    public virtual AsyncPageable<T> QueryAsync<T>(string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new AsyncPages<T>((continuation, size) => PageAsync<T>(filter, size ?? maxPerPage, select, continuation, async: true, cancellationToken));

    public virtual Pageable<T> Query<T>(Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Query<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    public virtual AsyncPageable<T> QueryAsync<T>(Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => QueryAsync<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    private static T EntityIn<T>(Response response)
        where T : class, ITableEntity
    {
        var entity = EntityReader.ReadOne<T>(response.Content.ToMemory().Span);
        if (entity.ETag == default && response.Headers.ETag is { } tag)
        {
            entity.ETag = tag;
        }

        return entity;
    }

    private static NullableResponse<T> EntityOrNone<T>(Response response)
        where T : class, ITableEntity =>
        response.Status == 404 ? new NoEntity<T>(response) : Response.FromValue(EntityIn<T>(response), response);

    private ValueTask<Response> ReadAsync(
        string partitionKey, string rowKey, IEnumerable<string> select, bool async, CancellationToken cancellationToken, params int[] accepted)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var message = pipeline.Request(RequestMethod.Get, TableAddress.Entity(Name, partitionKey, rowKey));
        message.Request.Uri.AppendOptional("$select", Joined(select));
        return pipeline.SendAsync(message, async, cancellationToken, accepted);
    }

    private async ValueTask<Page<T>> PageAsync<T>(
        string filter, int? top, IEnumerable<string> select, string continuation, bool async, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var message = pipeline.Request(RequestMethod.Get, $"/{Name}()");
        var uri = message.Request.Uri;
        uri.AppendOptional("$top", top);
        uri.AppendOptional("$select", Joined(select));
        uri.AppendOptional("$filter", string.IsNullOrEmpty(filter) ? null : filter);
        Continuation.Append(uri, continuation);
        var response = await pipeline.SendAsync(message, async, cancellationToken, 200).ConfigureAwait(false);
        return Page<T>.FromValues(EntityReader.ReadPage<T>(response.Content.ToMemory().Span), Continuation.Of(response), response);
    }

    private static string Joined(IEnumerable<string> select) => select is null ? null : string.Join(',', select);
}
