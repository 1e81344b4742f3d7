using System.Runtime.CompilerServices;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Walks a list page after page; a page that fails ends the walk and is the gap.</summary>
/// <remarks>The next page is asked for while the present one is worked on.</remarks>
internal sealed class PageWalk<TPage>(
    Calls calls, string operation, string subject, Func<string?, CancellationToken, Task<TPage>> call, Func<TPage, string?> next)
    where TPage : class
{
    public async IAsyncEnumerable<Answer<TPage>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        var asked = Ask(null);
        try
        {
            while (true)
            {
                var page = await asked.ConfigureAwait(false);
                var following = page.Value is { } value ? next(value) : null;
                if (string.IsNullOrEmpty(following))
                {
                    yield return page;
                    yield break;
                }
                if (following == token)
                {
                    yield return page;
                    yield return Stuck(page.Origin);
                    yield break;
                }
                asked = Ask(token = following);
                yield return page;
            }
        }
        finally
        {
            // Whoever stops listening waits for the page under way, so that it does not outlive its client.
            await ((Task)asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<Answer<TPage>> Ask(string? from) => calls.TryAsync(operation, subject, stop => call(from, stop), cancellationToken);
    }

    private Answer<TPage> Stuck(FactOrigin origin)
    {
        const string Reason = "a page named itself as the next one, so the list never ends";
        var gap = new Gap
        {
            Operation = operation, Subject = subject, Kind = GapKind.Failed, Reason = Reason,
            Remedy = "Check that the endpoint speaks AWS's protocol; what came before that page is in the inventory.",
        };
        return new Answer<TPage>(null, origin.Failed(Reason), gap, null);
    }
}
