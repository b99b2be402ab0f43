using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(pipeline, Name, unlessExists: false, async: false, cancellationToken).Result();

    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        await TableRequests.CreateAsync(pipeline, Name, unlessExists: false, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        TableRequests.CreateAsync(pipeline, Name, unlessExists: true, async: false, cancellationToken).Result();

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        await TableRequests.CreateAsync(pipeline, Name, unlessExists: true, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        TableRequests.DeleteAsync(pipeline, Name, async: false, cancellationToken).Result();

    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        await TableRequests.DeleteAsync(pipeline, Name, async: true, cancellationToken).ConfigureAwait(false);
}
