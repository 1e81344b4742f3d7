using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Reads that run side by side and are told in the order they were started.</summary>
internal static class ReadsInOrder
{
    /// <summary>Whoever stops listening waits for the reads that are under way, so that none outlives its clients.</summary>
    public static async IAsyncEnumerable<InventoryItem> TellAsync(IEnumerable<Task<IReadOnlyList<InventoryItem>>> started)
    {
        var reads = started.ToList();
        try
        {
            foreach (var read in reads)
            {
                foreach (var item in await read.ConfigureAwait(false))
                    yield return item;
            }
        }
        finally
        {
            await ((Task)Task.WhenAll(reads)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
