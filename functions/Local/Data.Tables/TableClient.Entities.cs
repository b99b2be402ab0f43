using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => AddAsync(entity, async: false, cancellationToken).Result();

    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => await AddAsync(entity, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response UpsertEntity<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => PutAsync(entity, default, mode, async: false, cancellationToken).Result();

    public virtual async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => await PutAsync(entity, default, mode, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response UpdateEntity<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => PutAsync(entity, Given(ifMatch), mode, async: false, cancellationToken).Result();

    public virtual async Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => await PutAsync(entity, Given(ifMatch), mode, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response DeleteEntity(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        RemoveAsync(entity?.PartitionKey, entity?.RowKey, ifMatch, async: false, cancellationToken).Result();

    public virtual async Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        await RemoveAsync(entity?.PartitionKey, entity?.RowKey, ifMatch, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response DeleteEntity(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        RemoveAsync(partitionKey, rowKey, ifMatch, async: false, cancellationToken).Result();

    public virtual async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        await RemoveAsync(partitionKey, rowKey, ifMatch, async: true, cancellationToken).ConfigureAwait(false);

    private static ETag Given(ETag ifMatch) =>
        ifMatch == default ? throw new ArgumentException("An update needs an ETag: the entity's own, or ETag.All.", nameof(ifMatch)) : ifMatch;

    private static void RequireKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);
    }

    private static void SetBody(Request request, ITableEntity entity)
    {
        request.Headers.Add(HttpHeader.Names.ContentType, TablePipeline.Json);
        request.Content = RequestContent.Create(EntityWriter.ToBytes(entity));
    }

    private ValueTask<Response> AddAsync(ITableEntity entity, bool async, CancellationToken cancellationToken)
    {
        RequireKeys(entity);
        var message = pipeline.Request(RequestMethod.Post, $"/{Name}");
        message.Request.Headers.Add("Prefer", "return-no-content");
        SetBody(message.Request, entity);
        return pipeline.SendAsync(message, async, cancellationToken, 201, 204);
    }

    /// <summary>Writes one entity: with a condition it must exist and match, without one it is made where it is missing.</summary>
    private ValueTask<Response> PutAsync(ITableEntity entity, ETag ifMatch, TableUpdateMode mode, bool async, CancellationToken cancellationToken)
    {
        RequireKeys(entity);
        var message = pipeline.Request(MethodOf(mode), TableAddress.Entity(Name, entity.PartitionKey, entity.RowKey));
        if (ifMatch != default)
        {
            message.Request.Headers.Add(HttpHeader.Names.IfMatch, ifMatch.ToString());
        }

        SetBody(message.Request, entity);
        return pipeline.SendAsync(message, async, cancellationToken, 204);
    }

    private static RequestMethod MethodOf(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentException($"Unexpected value for {nameof(mode)}: {mode}", nameof(mode)),
    };

    /// <summary>Deletes one entity; that there is none is no error (the reply's status says it), as in the official client.</summary>
    private ValueTask<Response> RemoveAsync(string partitionKey, string rowKey, ETag ifMatch, bool async, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var message = pipeline.Request(RequestMethod.Delete, TableAddress.Entity(Name, partitionKey, rowKey));
        message.Request.Headers.Add(HttpHeader.Names.IfMatch, (ifMatch == default ? ETag.All : ifMatch).ToString());
        return pipeline.SendAsync(message, async, cancellationToken, 204, 404);
    }
}
