namespace SecretsAudit.Model;

/// <summary>Somewhere an inventory can be read: AWS at any endpoint, an exported file, a template.</summary>
public interface IInventorySource
{
    /// <summary>The source in a few words, for reports: <c>AWS (profile audit, 3 regions)</c>. Never holds a credential.</summary>
    string Description { get; }

    /// <summary>Reads the inventory. A denied or failed read is yielded as a gap, never thrown and never left out.</summary>
    /// <param name="request">What to read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, CancellationToken cancellationToken);
}
