namespace Amazon.SecretsManager;

/// <summary>A request to AWS Secrets Manager.</summary>
public class AmazonSecretsManagerRequest : Amazon.Runtime.AmazonWebServiceRequest;
