using System.Runtime.InteropServices;

namespace SecretsAudit.Store.Operations;

/// <summary>What an operation answers.</summary>
/// <param name="Response">The operation's response.</param>
/// <param name="Written">The response in AWS's JSON, when the trail has needed that already.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Answer(object Response, byte[]? Written);
