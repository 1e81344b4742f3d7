using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace SecretsAudit.AwsClients;

/// <summary>Walks the pages of one list operation, once.</summary>
internal abstract class Pages<TRequest, TResponse>(
    TRequest request, Func<TRequest, CancellationToken, Task<TResponse>> call, Action<TRequest, string?> ask, Func<TResponse, string?> next)
    : IPaginator<TResponse>
    where TRequest : AmazonWebServiceRequest
{
    private int _used;

    /// <summary>The pages.</summary>
    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    /// <exception cref="InvalidOperationException">The pages have been walked before.</exception>
    /// <exception cref="AmazonClientException">The service answered with the token it was asked with, which would never end.</exception>
    async IAsyncEnumerable<TResponse> IPaginator<TResponse>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _used, 1) != 0)
            throw new InvalidOperationException("A paginator walks its pages once; make a new one.");
        PaginatorUtils.SetUserAgentAdditionOnRequest(request);
        string? token = null;
        while (true)
        {
            var response = await call(request, cancellationToken).ConfigureAwait(false);
            yield return response;
            cancellationToken.ThrowIfCancellationRequested();
            var following = next(response);
            if (string.IsNullOrEmpty(following))
                yield break;
            if (following == token)
                throw new AmazonClientException("The service answered with the page token it was asked with; the list would never end.");
            ask(request, token = following);
        }
    }
}
