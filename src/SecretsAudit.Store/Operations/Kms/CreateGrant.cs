using System.Collections.Immutable;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Lets a principal use a key, beside the policies.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html"/>
internal sealed class CreateGrant() : Operation<CreateGrant.Request, CreateGrant.Response>(AwsService.Kms, writes: true)
{
    internal static readonly string[] Known =
    [
        "Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo", "Sign", "Verify", "GetPublicKey",
        "CreateGrant", "RetireGrant", "DescribeKey", "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateMac", "VerifyMac", "DeriveSharedSecret",
    ];

    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireKeyByIdentity(request.KeyId!);
        key.RequireUse(new() { Operation = Action, DryRun = request.DryRun });

        // The same request under the same name is a retry, and answers the grant it made.
        var grant = request.Name is null ? null : Grants.On(call, key).FirstOrDefault(present => IsSame(present, request));
        if (grant is null)
        {
            var id = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
            grant = new()
            {
                Account = key.Account,
                Region = key.Region,
                Name = KmsGrant.NameOf(key.KeyId, id),
                KeyId = key.KeyId,
                GrantId = id,
                GranteePrincipal = request.GranteePrincipal!,
                RetiringPrincipal = request.RetiringPrincipal,
                IssuingAccount = Arn.InPartition(Arn.Root(call.Account), call.Caller.Partition),
                Operations = [.. request.Operations!.Select(operation => operation!)],
                GrantName = request.Name,
                Created = call.Now,
                ContextEquals = Copy(request.Constraints?.EncryptionContextEquals),
                ContextSubset = Copy(request.Constraints?.EncryptionContextSubset),
            };
            call.Changes.Put(grant);
        }

        return new() { GrantId = grant.GrantId, GrantToken = Grants.Token(grant) };
    }

    protected override void Check(Request request, Constraints check)
    {
        check.Key(request.KeyId)
            .Required(request.GranteePrincipal, "granteePrincipal").Length(request.GranteePrincipal, "granteePrincipal", 1, 256)
            .Length(request.RetiringPrincipal, "retiringPrincipal", 1, 256).Length(request.Name, "name", 1, 256)
            .Required(request.Operations, "operations")
            .Each(request.Operations, "operations", 0, 100, (operation, place) => check.OneOf(operation, place, Known))
            .Tokens(request.GrantTokens)
            .ThrowIfBroken();
        if (request.Operations!.Count == 0)
        {
            throw new ValidationException("At least one operation must be specified.");
        }
    }

    protected override Request WithoutValues(Request request) => request with { GrantTokens = null };

    protected override Response WithoutValues(Response response) => response with { GrantToken = null };

    private static bool IsSame(KmsGrant grant, Request request) =>
        grant.GrantName == request.Name && grant.GranteePrincipal == request.GranteePrincipal && grant.RetiringPrincipal == request.RetiringPrincipal
        && grant.Operations.AsEnumerable<string?>().SequenceEqual(request.Operations!)
        && Same(grant.ContextEquals, request.Constraints?.EncryptionContextEquals) && Same(grant.ContextSubset, request.Constraints?.EncryptionContextSubset);

    private static bool Same(ImmutableSortedDictionary<string, string>? left, IReadOnlyDictionary<string, string?>? right) =>
        left is null ? right is null : right is not null && left.SequenceEqual(Copy(right)!);

    private static ImmutableSortedDictionary<string, string>? Copy(IReadOnlyDictionary<string, string?>? context) =>
        context?.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal);

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public string? GranteePrincipal { get; init; }

        public string? RetiringPrincipal { get; init; }

        public IReadOnlyList<string?>? Operations { get; init; }

        public GrantConstraints? Constraints { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public string? Name { get; init; }

        public bool? DryRun { get; init; }
    }

    internal sealed record Response
    {
        public string? GrantToken { get; init; }

        public required string GrantId { get; init; }
    }
}
