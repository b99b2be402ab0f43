using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table: its entities, queries and transactions.</summary>
public partial class TableClient
{
    private readonly TablePipeline pipeline;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, default)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TablePipeline.From(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, default)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(TablePipeline.From(endpoint, credential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TablePipeline.From(endpoint, tokenCredential, options), tableName)
    {
    }

    protected TableClient()
    {
    }

    internal TableClient(TablePipeline pipeline, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        (this.pipeline, Name) = (pipeline, tableName);
    }

    public virtual string Name { get; }

    public virtual string AccountName => pipeline.AccountName;

    public virtual Uri Uri => new($"{pipeline.Endpoint.AbsoluteUri.TrimEnd('/')}/{Name}");

    public static string CreateQueryFilter(FormattableString filter) => filter is null ? null : ODataLiteral.Filter(filter);

    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return FilterExpression.Of(filter);
    }
}
