using Amazon.Runtime;
using Amazon.SimpleSystemsManagement.Model;
using SecretsAudit.AwsClients;

namespace Amazon.SimpleSystemsManagement.Internal;

internal sealed class SimpleSystemsManagementPaginatorFactory(IAmazonSimpleSystemsManagement client) : ISimpleSystemsManagementPaginatorFactory
{
    public IDescribeParametersPaginator DescribeParameters(DescribeParametersRequest request) => new DescribeParametersPaginator(client, request);

    public IGetResourcePoliciesPaginator GetResourcePolicies(GetResourcePoliciesRequest request) => new GetResourcePoliciesPaginator(client, request);
}

internal sealed class DescribeParametersPaginator(IAmazonSimpleSystemsManagement client, DescribeParametersRequest request) : Pages<DescribeParametersRequest, DescribeParametersResponse>(
    request, client.DescribeParametersAsync, (r, token) => r.NextToken = token, r => r.NextToken), IDescribeParametersPaginator
{
    public IPaginatedEnumerable<ParameterMetadata> Parameters => new PaginatedResultKeyResponse<DescribeParametersResponse, ParameterMetadata>(this, page => page.Parameters ?? []);
}

internal sealed class GetResourcePoliciesPaginator(IAmazonSimpleSystemsManagement client, GetResourcePoliciesRequest request) : Pages<GetResourcePoliciesRequest, GetResourcePoliciesResponse>(
    request, client.GetResourcePoliciesAsync, (r, token) => r.NextToken = token, r => r.NextToken), IGetResourcePoliciesPaginator
{
    public IPaginatedEnumerable<GetResourcePoliciesResponseEntry> Policies => new PaginatedResultKeyResponse<GetResourcePoliciesResponse, GetResourcePoliciesResponseEntry>(this, page => page.Policies ?? []);
}
