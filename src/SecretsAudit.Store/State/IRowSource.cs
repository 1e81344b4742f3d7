namespace SecretsAudit.Store.State;

/// <summary>The rows that an operation works on.</summary>
internal interface IRowSource
{
    /// <summary>A row as the operation sees it; null when there is none.</summary>
    Row? Find(RowId id);
}
