using System.IO.Compression;
using System.Security.Cryptography;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>
/// Some events of one account and region in one run of bytes, oldest first. CloudTrail's JSON of an event is some eleven hundred bytes, nearly
/// all of them the same as its neighbours'; here it is about eighty, and the JSON is made when somebody reads it.
/// </summary>
internal sealed class TrailSegment
{
    /// <summary>How many events a segment holds at most: whoever looks one up reads them all.</summary>
    public const int Limit = 192;

    private const int CheckLength = 8;

    // The check, and one byte for how the events lie.
    private const int HeadLength = CheckLength + 1;

    private const byte Plain = 0, Deflated = 1;

    private readonly SegmentWriter _writer = new();

    [Flags]
    private enum Traits
    {
        None = 0,
        ReadOnly = 1,
        ServiceEvent = 2,
        SameIdentity = 4,
        Rendered = 8,
        Shared = 16,
    }

    /// <param name="events">The events, oldest first; the first one's number is the segment's and not in its bytes.</param>
    /// <param name="isCompressed">Whether it shall take as few bytes as it can: what nobody waits for.</param>
    /// <returns>The bytes, good until the next call.</returns>
    public ReadOnlySpan<byte> Encode(List<NumberedEvent> events, bool isCompressed)
    {
        _writer.Restart(HeadLength);
        var (before, time, identity) = (events[0].Number, 0L, default(TrailIdentity));
        foreach (var (number, happened) in events)
        {
            _writer.Number(number - before);
            before = number;
            var isSame = happened.Identity == identity;
            _writer.Number((long)((happened.ReadOnly ? Traits.ReadOnly : Traits.None) | (happened.IsServiceEvent ? Traits.ServiceEvent : Traits.None)
                | (isSame ? Traits.SameIdentity : Traits.None) | (happened.Rendered is null ? Traits.None : Traits.Rendered)
                | (happened.SharedEventId is null ? Traits.None : Traits.Shared)));
            var at = happened.At.ToUnixTimeMilliseconds();
            _writer.Number(at - time);
            _writer.Own(happened.EventId);
            _writer.Own(happened.RequestId);
            _writer.Shared(happened.Source);
            _writer.Shared(happened.Name);
            _writer.Shared(happened.ErrorCode);
            _writer.Own(happened.ErrorMessage);
            if (!isSame)
            {
                Write(happened.Identity);
            }

            _writer.Number(happened.Resources.Count);
            for (var i = 0; i < happened.Resources.Count; i++)
            {
                var resource = happened.Resources[i];
                _writer.Shared(resource.Type);
                _writer.Shared(resource.Arn);
            }

            _writer.Document(happened.Request);
            _writer.Document(happened.Response);
            if (happened.SharedEventId is not null)
            {
                _writer.Own(happened.SharedEventId);
            }

            if (happened.Rendered is not null)
            {
                _writer.Own(happened.Rendered);
            }

            (time, identity) = (at, happened.Identity);
        }

        var bytes = isCompressed ? Deflate(_writer.Written[HeadLength..]) : _writer.Written;
        bytes[CheckLength] = isCompressed ? Deflated : Plain;
        Check(bytes[CheckLength..]).CopyTo(bytes);
        return bytes;
    }

    /// <exception cref="StoreDamagedException">The bytes are not what was written.</exception>
    public static List<NumberedEvent> Decode(ReadOnlySpan<byte> body, long first, string account, string region)
    {
        if (body.Length <= CheckLength || !Check(body[CheckLength..]).AsSpan().SequenceEqual(body[..CheckLength]))
        {
            throw new StoreDamagedException($"{SqliteTrailLog.FileName} holds events from number {first} on, of {account} in {region}, that fail their check: the file was altered or damaged.");
        }

        var reader = new SegmentReader(body[CheckLength] == Deflated ? Inflate(body[HeadLength..]) : body[HeadLength..]);
        var events = new List<NumberedEvent>();
        var (number, time, identity) = (first, 0L, default(TrailIdentity));
        while (!reader.IsAtEnd)
        {
            number += reader.Number();
            var traits = (Traits)reader.Number();
            time += reader.Number();
            events.Add(new(number, new()
            {
                Account = account,
                Region = region,
                ReadOnly = traits.HasFlag(Traits.ReadOnly),
                IsServiceEvent = traits.HasFlag(Traits.ServiceEvent),
                At = DateTimeOffset.FromUnixTimeMilliseconds(time),
                EventId = reader.Required(),
                RequestId = reader.Text(),
                Source = reader.Required(),
                Name = reader.Required(),
                ErrorCode = reader.Text(),
                ErrorMessage = reader.Text(),
                Identity = identity = traits.HasFlag(Traits.SameIdentity) ? identity! : ReadIdentity(ref reader),
                Resources = ReadResources(ref reader),
                Request = reader.Document(),
                Response = reader.Document(),
                SharedEventId = traits.HasFlag(Traits.Shared) ? reader.Text() : null,
                Rendered = traits.HasFlag(Traits.Rendered) ? reader.Text() : null,
            }));
        }

        return events;
    }

    private void Write(TrailIdentity identity)
    {
        ReadOnlySpan<string?> texts =
        [
            identity.Type, identity.PrincipalId, identity.Arn, identity.AccountId, identity.AccessKeyId, identity.UserName, identity.InvokedBy,
            identity.SourceIp, identity.UserAgent, identity.Issuer?.AccountId, identity.Issuer?.Path, identity.Issuer?.Name, identity.Issuer?.UniqueId,
        ];
        foreach (var text in texts)
        {
            _writer.Shared(text);
        }
    }

    private static TrailIdentity ReadIdentity(ref SegmentReader reader) => new()
    {
        Type = reader.Required(),
        PrincipalId = reader.Text(),
        Arn = reader.Text(),
        AccountId = reader.Text(),
        AccessKeyId = reader.Text(),
        UserName = reader.Text(),
        InvokedBy = reader.Text(),
        SourceIp = reader.Required(),
        UserAgent = reader.Required(),
        Issuer = ReadIssuer(reader.Text(), reader.Text(), reader.Text(), reader.Text()),
    };

    private static Principal? ReadIssuer(string? account, string? path, string? name, string? uniqueId) => account is null ? null
        : new() { AccountId = account, Kind = PrincipalKind.Role, Path = path!, Name = name!, UniqueId = uniqueId! };

    private static TrailResource[] ReadResources(ref SegmentReader reader)
    {
        var resources = new TrailResource[reader.Number()];
        for (var i = 0; i < resources.Length; i++)
        {
            resources[i] = new(reader.Required(), reader.Required());
        }

        return resources;
    }

    // Behind room for the head.
    private static byte[] Deflate(ReadOnlySpan<byte> plain)
    {
        using var body = new MemoryStream();
        body.SetLength(HeadLength);
        body.Position = HeadLength;
        using (var deflating = new DeflateStream(body, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflating.Write(plain);
        }

        return body.ToArray();
    }

    private static byte[] Inflate(ReadOnlySpan<byte> deflated)
    {
        using var inflating = new DeflateStream(new MemoryStream(deflated.ToArray()), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        inflating.CopyTo(inflated);
        return inflated.ToArray();
    }

    private static byte[] Check(ReadOnlySpan<byte> body) => SHA256.HashData(body)[..CheckLength];
}
