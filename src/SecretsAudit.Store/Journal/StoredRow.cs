using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>A row as it lies on disk.</summary>
internal readonly record struct StoredRow(RowId Id, byte[] Body, byte[] Mac);

/// <summary>Turns rows into bytes with a keyed check over kind, key and body, and back.</summary>
internal sealed class RowCodec(RootKey root)
{
    private const int MacLength = LoggedRow.MacLength;

    private const int OnStack = 1024;

    private readonly Spare<IncrementalHash> _signers = SignersOf(root.Derive("row-mac"));

    // The first byte of a body that is not JSON, which begins with a brace.
    private const byte ByHand = 1;

    public StoredRow Encode(RowId id, object row)
    {
        var body = new ArrayBufferWriter<byte>();
        WriteBody(body, id.Kind, row);
        return Sign(id, body.WrittenSpan.ToArray());
    }

    /// <summary>A row with its check.</summary>
    public StoredRow Sign(RowId id, byte[] body)
    {
        var mac = new byte[MacLength];
        Sign(id.Kind, Encoding.UTF8.GetBytes(id.Key), body, mac);
        return new(id, body, mac);
    }

    /// <exception cref="StoreDamagedException">The row is not what was written.</exception>
    public object Decode(StoredRow stored)
    {
        var most = Encoding.UTF8.GetMaxByteCount(stored.Id.Key.Length);
        Span<byte> key = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        Span<byte> mac = stackalloc byte[MacLength];
        Sign(stored.Id.Kind, key[..Encoding.UTF8.GetBytes(stored.Id.Key, key)], stored.Body, mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, stored.Mac))
        {
            throw new StoreDamagedException($"The {stored.Id.Kind} row '{stored.Id.Key}' fails its check: the file was altered or damaged.");
        }

        if (stored.Body is [ByHand, ..])
        {
            return stored.Id.Kind switch
            {
                RowKind.Secret => SecretRow.Read(stored.Body.AsSpan(1)),
                RowKind.SecretValue => ValueRow.Read(stored.Body.AsSpan(1)),
                _ => throw new StoreDamagedException($"The {stored.Id.Kind} row '{stored.Id.Key}' is in the form of another kind."),
            };
        }

        return JsonSerializer.Deserialize(stored.Body, RowJson.Default.GetTypeInfo(TypeOf(stored.Id.Kind))!)
            ?? throw new StoreDamagedException($"The {stored.Id.Kind} row '{stored.Id.Key}' is empty.");
    }

    /// <summary>Writes a row's body.</summary>
    public static void WriteBody(ArrayBufferWriter<byte> to, RowKind kind, object row)
    {
        if (row is not (Secret or SealedValue))
        {
            using var json = new Utf8JsonWriter(to);
            JsonSerializer.Serialize(json, row, RowJson.Default.GetTypeInfo(TypeOf(kind))!);
            return;
        }

        to.GetSpan(1)[0] = ByHand;
        to.Advance(1);
        if (row is Secret secret)
        {
            SecretRow.Write(secret, to);
        }
        else
        {
            ValueRow.Write((SealedValue)row, to);
        }
    }

    /// <summary>Writes the check of a row: a keyed hash over its kind, key and body.</summary>
    public void Sign(RowKind kind, ReadOnlySpan<byte> key, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        // In one piece, when it is short: most of what a hash of a row costs is the calls to the library.
        var length = 5 + key.Length;
        var isShort = length + body.Length <= OnStack;
        Span<byte> text = isShort ? stackalloc byte[OnStack] : new byte[length];
        text[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(text[1..], key.Length);
        key.CopyTo(text[5..]);
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var signer = _signers.Rent();
        if (isShort)
        {
            body.CopyTo(text[length..]);
            signer.AppendData(text[..(length + body.Length)]);
        }
        else
        {
            signer.AppendData(text);
            signer.AppendData(body);
        }

        signer.GetHashAndReset(whole);
        _signers.Return(signer);
        whole[..MacLength].CopyTo(mac);
    }

    private static Spare<IncrementalHash> SignersOf(byte[] key) => new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));

    private static Type TypeOf(RowKind kind) => kind switch
    {
        RowKind.Account => typeof(Account),
        RowKind.Principal => typeof(PrincipalRow),
        RowKind.AccessKey => typeof(AccessKey),
        RowKind.KmsKey => typeof(KmsKey),
        RowKind.KmsAlias => typeof(KmsAlias),
        RowKind.Secret => typeof(Secret),
        RowKind.SecretValue => typeof(SealedValue),
        RowKind.Clock => typeof(ClockRow),
        RowKind.LogPosition => typeof(LogPosition),
        RowKind.KmsGrant => typeof(KmsGrant),
        RowKind.ConfigRule => typeof(ConfigRule),
        RowKind.ConfigEvaluation => typeof(ConfigEvaluation),
        RowKind.LambdaFunction => typeof(LambdaFunction),
        RowKind.ManagedPolicy => typeof(ManagedPolicy),
        RowKind.Parameter => typeof(Parameter),
        RowKind.Trail => typeof(TrailSettings),
        RowKind.Bucket => typeof(Bucket),
        RowKind.ConfigurationRecorder => typeof(ConfigurationRecorder),
        RowKind.DeliveryChannel => typeof(DeliveryChannel),
        RowKind.ConfigurationAggregator => typeof(ConfigurationAggregator),
        RowKind.AggregationAuthorization => typeof(AggregationAuthorization),
        RowKind.OrganizationConformancePack => typeof(OrganizationConformancePack),
        RowKind.RetentionConfiguration => typeof(RetentionConfiguration),
        RowKind.CustomResource => typeof(CustomResource),
        RowKind.OidcProvider => typeof(OidcProvider),
        RowKind.Topic => typeof(Topic),
        RowKind.IamGroup => typeof(IamGroup),
        RowKind.InstanceProfile => typeof(InstanceProfile),
        RowKind.RecordedItem => typeof(RecordedItem),
        RowKind.ConformancePack => typeof(ConformancePack),
        RowKind.DigestKey => typeof(DigestKey),
        RowKind.SamlProvider => typeof(SamlProvider),
        _ => throw new StoreDamagedException($"A row of the unknown kind {(int)kind}."),
    };
}
