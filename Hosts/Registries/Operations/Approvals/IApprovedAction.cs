using DichVuCong.Registries.Operations.Access;
using Npgsql;

namespace DichVuCong.Registries.Operations.Approvals;

/// <summary>A kind of thing that needs a second person. Register one for each kind (<c>services.AddSingleton&lt;IApprovedAction, ...&gt;()</c>).</summary>
public interface IApprovedAction
{
    /// <summary>The kind, as <c>parked.retry</c>.</summary>
    string Kind { get; }

    /// <summary>How it is called in Vietnamese.</summary>
    string Vietnamese { get; }

    /// <summary>How it is called in English.</summary>
    string English { get; }

    /// <summary>Where what it is about can be looked at before deciding; null for nowhere.</summary>
    string? PageOf(string target) => null;

    /// <summary>Does it, in the transaction of the approval: both commit, or neither.</summary>
    /// <returns>What was done, without personal data.</returns>
    /// <exception cref="ApprovedActionFailedException">It cannot be done any more; the approval is kept as failed, with the cause.</exception>
    Task<string> ExecuteAsync(ApprovedOrder order, CancellationToken cancellationToken);
}

/// <summary>What was approved.</summary>
/// <param name="Approval">The approval.</param>
/// <param name="Target">What it is done to.</param>
/// <param name="Agency">Whose; null for no agency's.</param>
/// <param name="Payload">What exactly, as the proposer stated it.</param>
/// <param name="Reason">The proposer's reason.</param>
/// <param name="ProposedBy">The proposer's subject.</param>
/// <param name="Approver">Who approves.</param>
/// <param name="Connection">The connection of the approval's transaction.</param>
/// <param name="Transaction">The approval's transaction.</param>
public sealed record ApprovedOrder(
    Guid Approval, string Target, string? Agency, ReadOnlyMemory<byte> Payload, string Reason, string ProposedBy, Operator Approver, NpgsqlConnection Connection,
    NpgsqlTransaction Transaction);

/// <summary>What was approved cannot be done any more.</summary>
/// <param name="message">Why, without personal data.</param>
public sealed class ApprovedActionFailedException(string message) : Exception(message);
