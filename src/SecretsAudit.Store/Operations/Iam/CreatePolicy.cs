using System.Collections.Immutable;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Makes a customer managed policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html"/>
internal sealed class CreatePolicy() : Operation<CreatePolicy.Request, CreatePolicy.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        IamRules.RequirePolicy(request.PolicyDocument!);
        var policy = new ManagedPolicy
        {
            Account = call.Account,
            Region = ScopedRow.Global,
            Name = request.PolicyName!,
            Path = request.Path ?? "/",
            PolicyId = call.Identifiers.Unique("ANPA"),
            Description = request.Description,
            Created = call.Now,
            Tags = IamRules.Merge(ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal), request.Tags),
            DefaultVersionId = "v1",
            Versions = [new("v1", request.PolicyDocument!, call.Now)],
        };
        call.Authorize(policy.Arn, call.Account, null, []);
        if (call.State.Find(policy.Id) is not null)
        {
            throw new EntityAlreadyExistsException($"A policy called {policy.Name} already exists. Duplicate names are not allowed.");
        }

        call.Changes.Put(policy);
        return new() { Policy = WirePolicy.Of(call, policy) };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.PolicyName, "policyName", 128).EntityPath(request.Path).Document(request.PolicyDocument).Length(request.Description, "description", 0, 1000)
        .IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? PolicyName { get; init; }

        public string? Path { get; init; }

        public string? PolicyDocument { get; init; }

        public string? Description { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }

    internal sealed record Response
    {
        public required WirePolicy Policy { get; init; }
    }
}
