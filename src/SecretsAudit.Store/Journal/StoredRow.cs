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
    private const int MacLength = 16;

    private const int OnStack = 1024;

    private readonly Spare<IncrementalHash> _signers = SignersOf(root.Derive("row-mac"));

    // The first byte of a body that is not JSON, which begins with a brace.
    private const byte ByHand = 1;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    public StoredRow Encode(RowId id, object row) => Sign(id, BodyOf(id, row));

    /// <summary>A row with its check.</summary>
    public StoredRow Sign(RowId id, byte[] body) => new(id, body, Mac(id, body));

    /// <exception cref="StoreDamagedException">The row is not what was written.</exception>
    public object Decode(StoredRow stored)
    {
        if (!CryptographicOperations.FixedTimeEquals(Mac(stored.Id, stored.Body), stored.Mac))
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

    private static byte[] BodyOf(RowId id, object row)
    {
        if (row is not (Secret or SealedValue))
        {
            return JsonSerializer.SerializeToUtf8Bytes(row, RowJson.Default.GetTypeInfo(TypeOf(id.Kind))!);
        }

        var buffer = _buffer ??= new(1024);
        buffer.ResetWrittenCount();
        buffer.GetSpan(1)[0] = ByHand;
        buffer.Advance(1);
        if (row is Secret secret)
        {
            SecretRow.Write(secret, buffer);
        }
        else
        {
            ValueRow.Write((SealedValue)row, buffer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private byte[] Mac(RowId id, byte[] body)
    {
        // In one piece, when it is short: most of what a hash of a row costs is the calls to the library.
        var most = 5 + Encoding.UTF8.GetMaxByteCount(id.Key.Length);
        var isShort = most + body.Length <= OnStack;
        Span<byte> text = isShort ? stackalloc byte[OnStack] : new byte[most];
        text[0] = (byte)id.Kind;
        var length = Encoding.UTF8.GetBytes(id.Key, text[5..]);
        BinaryPrimitives.WriteInt32LittleEndian(text[1..], length);
        length += 5;
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var signer = _signers.Rent();
        if (isShort)
        {
            body.CopyTo(text[length..]);
            signer.AppendData(text[..(length + body.Length)]);
        }
        else
        {
            signer.AppendData(text[..length]);
            signer.AppendData(body);
        }

        signer.GetHashAndReset(mac);
        _signers.Return(signer);
        return mac[..MacLength].ToArray();
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
