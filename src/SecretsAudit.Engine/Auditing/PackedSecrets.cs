using System.Text;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Auditing;

/// <summary>
/// Keeps secrets for the second pass in a quarter of their size: most facts of a secret come from one response, so their origin is kept once, and
/// a moment is a number. A secret whose facts do not fit that is kept as it is.
/// </summary>
/// <param name="keepsPolicies">Whether resource policies are asked for later.</param>
/// <param name="keepsVersions">Whether versions are asked for later.</param>
internal sealed class PackedSecrets(bool keepsPolicies = false, bool keepsVersions = false)
{
    private const int PageSize = 4096;
    private const int Ending = 6;
    private readonly List<Packed[]> _pages = [];
    private int _count;

    public int Count => _count;

    public void Add(Secret secret)
    {
        if (_count % PageSize == 0)
            _pages.Add(new Packed[PageSize]);

        _pages[^1][_count++ % PageSize] = new(secret, keepsPolicies, keepsVersions);
    }

    /// <summary>One of the secrets by the order in which they came, made anew.</summary>
    public Secret this[int index] => _pages[index / PageSize][index % PageSize].Unpack();

    /// <summary>The secrets, each made anew.</summary>
    public IEnumerable<Secret> All()
    {
        for (var i = 0; i < _count; i++)
            yield return this[i];
    }

    private readonly struct Packed
    {
        // The secret itself, its ARN, or nothing where the ARN follows from the name and its six random characters.
        private readonly object? _whole;
        private readonly long _ending;
        private readonly string? _name;
        private readonly Scope? _scope;
        private readonly Rotation? _rotation;
        private readonly FactOrigin? _origin;
        private readonly string? _description;
        private readonly string? _key;
        private readonly string? _primaryRegion;
        private readonly string? _owningService;
        private readonly IReadOnlyDictionary<string, string>? _tags;
        private readonly Fact<IReadOnlyList<Replica>> _replicas;
        private readonly Fact<SecretUsage> _usage;
        private readonly long _createdAt;
        private readonly long _lastChanged;
        private readonly long _lastAccessed;
        private readonly long _lastRotated;
        private readonly long _deletedAt;

        public Packed(Secret secret, bool keepsPolicies, bool keepsVersions)
        {
            var origin = secret.CreatedAt.Origin;
            if (origin is null || (keepsVersions && !secret.Versions.Equals(default)) || (keepsPolicies && !secret.ResourcePolicy.Equals(default)) || secret.Place is not null
                || !Fits(secret.Description, origin) || !Fits(secret.KmsKeyId, origin) || !Fits(secret.PrimaryRegion, origin) || !Fits(secret.OwningService, origin)
                || !(secret.Tags.IsKnown && ReferenceEquals(secret.Tags.Origin, origin))
                || !Fits(secret.CreatedAt, origin) || !Fits(secret.LastChanged, origin) || !Fits(secret.LastAccessed, origin) || !Fits(secret.LastRotated, origin) || !Fits(secret.DeletedAt, origin))
            {
                _whole = secret with { Versions = keepsVersions ? secret.Versions : default, ResourcePolicy = keepsPolicies ? secret.ResourcePolicy : default };
                return;
            }

            if (EndingOf(secret) is { } ending)
                _ending = ending;
            else
                _whole = secret.Arn;

            (_name, _scope, _rotation, _origin, _tags, _replicas, _usage) = (secret.Name, secret.Scope, secret.Rotation, origin, secret.Tags.Value, secret.Replicas, secret.Usage);
            (_description, _key, _primaryRegion, _owningService) = (Text(secret.Description), Text(secret.KmsKeyId), Text(secret.PrimaryRegion), Text(secret.OwningService));
            (_createdAt, _lastChanged, _lastAccessed, _lastRotated, _deletedAt) =
                (Ticks(secret.CreatedAt), Ticks(secret.LastChanged), Ticks(secret.LastAccessed), Ticks(secret.LastRotated), Ticks(secret.DeletedAt));
        }

        public Secret Unpack() => _whole is Secret secret ? secret : new()
        {
            Arn = (string?)_whole ?? ArnOf(_scope!, _name!, _ending),
            Name = _name!,
            Scope = _scope!,
            Description = Text(_description),
            KmsKeyId = Text(_key),
            CreatedAt = Moment(_createdAt),
            LastChanged = Moment(_lastChanged),
            LastAccessed = Moment(_lastAccessed),
            LastRotated = Moment(_lastRotated),
            DeletedAt = Moment(_deletedAt),
            Rotation = _rotation!,
            Tags = Fact.Known(_tags!, _origin!),
            PrimaryRegion = Text(_primaryRegion),
            Replicas = _replicas,
            OwningService = Text(_owningService),
            Usage = _usage,
        };

        // arn:aws:secretsmanager:region:account:secret:name-AbCdEf
        private static long? EndingOf(Secret secret)
        {
            var arn = secret.Arn.AsSpan();
            if (arn.Length < Ending || !Ascii.IsValid(arn[^Ending..]))
                return null;

            var ending = 0L;
            foreach (var letter in arn[^Ending..])
                ending = (ending << 8) | letter;

            var rest = arn[..^Ending];
            return Starts(ref rest, "arn:aws:secretsmanager:") && Starts(ref rest, secret.Scope.Region) && Starts(ref rest, ":") && Starts(ref rest, secret.Scope.Account)
                && Starts(ref rest, ":secret:") && Starts(ref rest, secret.Name) && rest is "-" ? ending : null;
        }

        private static bool Starts(ref ReadOnlySpan<char> text, string with)
        {
            if (!text.StartsWith(with, StringComparison.Ordinal))
                return false;

            text = text[with.Length..];
            return true;
        }

        private static string ArnOf(Scope scope, string name, long ending)
        {
            Span<char> letters = stackalloc char[Ending];
            for (var i = Ending - 1; i >= 0; i--, ending >>= 8)
                letters[i] = (char)(ending & 0xff);

            return $"arn:aws:secretsmanager:{scope.Region}:{scope.Account}:secret:{name}-{letters}";
        }

        // Known or absent, from the common origin; a moment in UTC.
        private static bool Fits(Fact<string> fact, FactOrigin origin) => !fact.IsUnknown && ReferenceEquals(fact.Origin, origin);

        private static bool Fits(Fact<DateTimeOffset> fact, FactOrigin origin) =>
            !fact.IsUnknown && ReferenceEquals(fact.Origin, origin) && (fact.IsAbsent || (fact.Value.Offset == TimeSpan.Zero && fact.Value.Ticks > 0));

        private static string? Text(Fact<string> fact) => fact.IsKnown ? fact.Value : null;

        private static long Ticks(Fact<DateTimeOffset> fact) => fact.IsKnown ? fact.Value.Ticks : 0;

        private Fact<string> Text(string? text) => Fact.FromMember(text, _origin!);

        private Fact<DateTimeOffset> Moment(long ticks) => ticks == 0
            ? Fact<DateTimeOffset>.Absent(_origin!)
            : Fact.Known(new DateTimeOffset(ticks, TimeSpan.Zero), _origin!);
    }
}
