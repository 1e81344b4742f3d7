using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The account's managed policies, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html"/>
internal sealed class ListPolicies() : Operation<ListPolicies.Request, ListPolicies.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var policies = request.Scope == "AWS" ? []
            : call.Services.State.Shelf(RowKind.ManagedPolicy, call.Account, ScopedRow.Global).Rows.Cast<ManagedPolicy>()
                .Where(policy => policy.Path.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal))
                .Where(policy => request.OnlyAttached is not true || WirePolicy.Attachments(call, policy) > 0);
        var page = IamPage.Take(policies, policy => policy.Name, "policies " + request.PathPrefix, request.Marker, request.MaxItems);
        return new() { Policies = [.. page.Items.Select(policy => WirePolicy.Of(call, policy) with { Tags = null })], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.OneOf(request.Scope, "scope", "All", "AWS", "Local").IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Scope { get; init; }

        public string? PathPrefix { get; init; }

        public bool? OnlyAttached { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WirePolicy> Policies { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
