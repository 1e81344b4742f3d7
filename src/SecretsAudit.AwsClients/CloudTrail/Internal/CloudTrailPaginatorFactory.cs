using Amazon.Runtime;
using Amazon.CloudTrail.Model;
using SecretsAudit.AwsClients;

namespace Amazon.CloudTrail.Internal;

internal sealed class CloudTrailPaginatorFactory(IAmazonCloudTrail client) : ICloudTrailPaginatorFactory
{
    public ILookupEventsPaginator LookupEvents(LookupEventsRequest request) => new LookupEventsPaginator(client, request);
}

internal sealed class LookupEventsPaginator(IAmazonCloudTrail client, LookupEventsRequest request) : Pages<LookupEventsRequest, LookupEventsResponse>(
    request, client.LookupEventsAsync, (r, token) => r.NextToken = token, r => r.NextToken), ILookupEventsPaginator
{
    public IPaginatedEnumerable<Event> Events => new PaginatedResultKeyResponse<LookupEventsResponse, Event>(this, page => page.Events ?? []);
}
