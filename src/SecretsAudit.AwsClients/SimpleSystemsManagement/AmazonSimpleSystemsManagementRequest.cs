namespace Amazon.SimpleSystemsManagement;

/// <summary>A request to AWS Systems Manager.</summary>
public class AmazonSimpleSystemsManagementRequest : Amazon.Runtime.AmazonWebServiceRequest;
