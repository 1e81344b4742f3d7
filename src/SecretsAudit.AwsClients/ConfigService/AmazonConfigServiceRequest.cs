namespace Amazon.ConfigService;

/// <summary>A request to AWS Config.</summary>
public class AmazonConfigServiceRequest : Amazon.Runtime.AmazonWebServiceRequest;
