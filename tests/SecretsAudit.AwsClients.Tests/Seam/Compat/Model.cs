using Amazon.Runtime;

namespace Amazon.KeyManagementService
{
    public class KeyUsageType(string value) : ConstantClass(value)
    {
        public static readonly KeyUsageType ENCRYPT_DECRYPT = new("ENCRYPT_DECRYPT");
        public static KeyUsageType FindValue(string value) => FindValue<KeyUsageType>(value);
    }

    public class KeyState(string value) : ConstantClass(value)
    {
        public static readonly KeyState Enabled = new("Enabled");
        public static KeyState FindValue(string value) => FindValue<KeyState>(value);
    }

    public class ExpirationModelType(string value) : ConstantClass(value)
    {
        public static ExpirationModelType FindValue(string value) => FindValue<ExpirationModelType>(value);
        public static implicit operator ExpirationModelType(string value) => FindValue(value);
    }
}

namespace Amazon.KeyManagementService.Model
{
    public class AmazonKeyManagementServiceRequest : AmazonWebServiceRequest;

    public class NotFoundException(
        string message, Exception? inner, ErrorType type, string code, string requestId, System.Net.HttpStatusCode status)
        : AmazonKeyManagementServiceException(message, inner, type, code, requestId, status);

    public class CreateKeyRequest : AmazonKeyManagementServiceRequest
    {
        public string? Description { get; set; }
        public KeyUsageType? KeyUsage { get; set; }
        public bool? MultiRegion { get; set; }
        public List<Tag>? Tags { get; set; }
    }

    public class CreateKeyResponse : AmazonWebServiceResponse
    {
        public KeyMetadata? KeyMetadata { get; set; }
    }

    public class DescribeKeyRequest : AmazonKeyManagementServiceRequest
    {
        public string? KeyId { get; set; }
    }

    public class DescribeKeyResponse : AmazonWebServiceResponse
    {
        public KeyMetadata? KeyMetadata { get; set; }
    }

    public class KeyMetadata
    {
        public DateTime? CreationDate { get; set; }
        public DateTime? DeletionDate { get; set; }
        public bool? Enabled { get; set; }
        public List<string>? EncryptionAlgorithms { get; set; }
        public string? KeyId { get; set; }
        public KeyState? KeyState { get; set; }
        public List<string>? MacAlgorithms { get; set; }
        public bool? MultiRegion { get; set; }
    }

    public class Tag
    {
        public string? TagKey { get; set; }
        public string? TagValue { get; set; }
    }

    public class EncryptRequest : AmazonKeyManagementServiceRequest
    {
        public Dictionary<string, string>? EncryptionContext { get; set; }
        public List<string>? GrantTokens { get; set; }
        public string? KeyId { get; set; }
        public MemoryStream? Plaintext { get; set; }
    }

    public class EncryptResponse : AmazonWebServiceResponse
    {
        public MemoryStream? CiphertextBlob { get; set; }
        public string? EncryptionAlgorithm { get; set; }
    }

    public class ImportKeyMaterialRequest : AmazonKeyManagementServiceRequest
    {
        public ExpirationModelType? ExpirationModel { get; set; }
        public string? KeyId { get; set; }
        public DateTime? ValidTo { get; set; }
    }

    public class ImportKeyMaterialResponse : AmazonWebServiceResponse;

    public class ListKeysRequest : AmazonKeyManagementServiceRequest
    {
        public int? Limit { get; set; }
        public string? Marker { get; set; }
    }

    public class ListKeysResponse : AmazonWebServiceResponse
    {
        public List<KeyListEntry>? Keys { get; set; }
        public string? NextMarker { get; set; }
        public bool? Truncated { get; set; }
    }

    public class KeyListEntry
    {
        public string? KeyArn { get; set; }
        public string? KeyId { get; set; }
    }
}
