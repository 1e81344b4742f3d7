using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Decrypts the current versions of up to 20 secrets, named or filtered; each failure is told by itself.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html"/>
internal sealed class BatchGetSecretValue()
    : Operation<BatchGetSecretValue.Request, BatchGetSecretValue.Response>(AwsService.SecretsManager, writes: false)
{
    private static readonly GetSecretValue One = new();
    private static readonly ListSecrets Search = new();

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (request.SecretIdList is null == request.Filters is null)
        {
            throw new InvalidParameterException("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
        }

        if (request is { SecretIdList: not null, MaxResults: not null })
        {
            throw new InvalidParameterException("'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.");
        }

        if (request.Filters is not null)
        {
            // A filter searches as a list does, and takes the list's permission, too.
            call.For(Search).AuthorizeAll();
        }

        SecretFilter.RequireMembers(request.Filters);
        var (ids, next) = request.SecretIdList is { } named ? (named!, null) : Filtered(request, call);
        var values = new List<GetSecretValue.Response>();
        var errors = new List<SecretError>();
        foreach (var id in ids)
        {
            var (part, read) = (call.For(One), new GetSecretValue.Request { SecretId = id });
            AwsException? refusal = null;
            try
            {
                values.Add(One.Handle(read, part));
            }
            catch (AwsException error)
            {
                refusal = error;
                errors.Add(new() { SecretId = id!, ErrorCode = error.Code, Message = error.Message });
            }

            call.NotePart(part, read, refusal);
        }

        return new() { SecretValues = values, Errors = errors, NextToken = next };
    }

    protected override void Check(Request request, Constraints check)
    {
        check.Each(request.SecretIdList, "secretIdList", 1, 20, (id, place) => check.Length(id, place, 1, 2048))
            .Range(request.MaxResults, "maxResults", 1, 20).Length(request.NextToken, "nextToken", 1, 4096);
        SecretFilter.Check(request.Filters, check);
        check.ThrowIfBroken();
    }

    private static (IReadOnlyList<string?> Ids, string? Next) Filtered(Request request, Call call)
    {
        var filter = SecretFilter.Fingerprint(request.Filters);
        var after = request.NextToken is { } token ? PageToken.Parse(token, "batch", filter) ?? throw new InvalidNextTokenException() : null;
        var order = new SecretOrder("name", Descending: false);
        var size = request.MaxResults ?? 20;
        var matching = order.From(call.Services.State.Region(call.Account, call.Region), after)
            .Where(secret => !secret.IsPendingDeletion && request.Filters!.All(one => one!.Matches(secret)))
            .Take(size + 1).ToList();
        return ([.. matching.Take(size).Select(secret => secret.Arn)], matching.Count > size ? PageToken.Create("batch", filter, order.PlaceOf(matching[size - 1])) : null);
    }

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? SecretIdList { get; init; }

        public IReadOnlyList<SecretFilter?>? Filters { get; init; }

        public int? MaxResults { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<GetSecretValue.Response> SecretValues { get; init; }

        public string? NextToken { get; init; }

        public required IReadOnlyList<SecretError> Errors { get; init; }
    }

    internal sealed record SecretError
    {
        public required string SecretId { get; init; }

        public required string ErrorCode { get; init; }

        public required string Message { get; init; }
    }
}
