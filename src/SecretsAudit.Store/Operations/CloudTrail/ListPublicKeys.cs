using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>The public keys that digest files of a time were signed with; without a time, of the last day.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListPublicKeys.html"/>
internal sealed class ListPublicKeys() : Operation<ListPublicKeys.Request, ListPublicKeys.Response>(AwsService.CloudTrail, writes: false)
{
    private static readonly TimeSpan Default = TimeSpan.FromDays(1);

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if (request.NextToken is not null)
        {
            throw new TrailInvalidNextTokenException();
        }

        var until = request.EndTime ?? call.Now;
        var from = request.StartTime ?? until - Default;
        if (from > until)
        {
            throw new InvalidTimeRangeException("The start time is later than the end time.");
        }

        var keys = call.Services.State.Shelf(RowKind.DigestKey, call.Account, call.Region).Rows.Cast<DigestKey>()
            .Where(key => key.ValidFrom <= until && key.ValidUntil > from).OrderBy(key => key.ValidFrom);
        return new()
        {
            PublicKeyList = [.. keys.Select(key => new PublicKey { Value = key.PublicKey, ValidityStartTime = key.ValidFrom, ValidityEndTime = key.ValidUntil, Fingerprint = key.Name })],
        };
    }

    protected override void Check(Request request, Constraints check)
    {
        // Nothing is required, and every time is one that may be asked about.
    }

    internal sealed record Request : IRequest<Response>
    {
        public DateTimeOffset? StartTime { get; init; }

        public DateTimeOffset? EndTime { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<PublicKey> PublicKeyList { get; init; }
    }

    internal sealed record PublicKey
    {
        /// <summary>PKCS #1 in DER.</summary>
        public required byte[] Value { get; init; }

        public required DateTimeOffset ValidityStartTime { get; init; }

        public required DateTimeOffset ValidityEndTime { get; init; }

        public required string Fingerprint { get; init; }
    }
}
