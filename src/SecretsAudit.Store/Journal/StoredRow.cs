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

    public StoredRow Encode(RowId id, object row)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(row, RowJson.Default.GetTypeInfo(TypeOf(id.Kind))!);
        return new(id, body, Mac(id, body));
    }

    /// <exception cref="StoreDamagedException">The row is not what was written.</exception>
    public object Decode(StoredRow stored)
    {
        if (!CryptographicOperations.FixedTimeEquals(Mac(stored.Id, stored.Body), stored.Mac))
        {
            throw new StoreDamagedException($"The {stored.Id.Kind} row '{stored.Id.Key}' fails its check: the file was altered or damaged.");
        }

        return JsonSerializer.Deserialize(stored.Body, RowJson.Default.GetTypeInfo(TypeOf(stored.Id.Kind))!)
            ?? throw new StoreDamagedException($"The {stored.Id.Kind} row '{stored.Id.Key}' is empty.");
    }

    private byte[] Mac(RowId id, byte[] body)
    {
        var most = Encoding.UTF8.GetMaxByteCount(id.Key.Length);
        Span<byte> start = most <= OnStack ? stackalloc byte[5 + OnStack] : new byte[5 + most];
        start[0] = (byte)id.Kind;
        var length = Encoding.UTF8.GetBytes(id.Key, start[5..]);
        BinaryPrimitives.WriteInt32LittleEndian(start[1..], length);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var signer = _signers.Rent();
        signer.AppendData(start[..(5 + length)]);
        signer.AppendData(body);
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
        _ => throw new StoreDamagedException($"A row of the unknown kind {(int)kind}."),
    };
}
