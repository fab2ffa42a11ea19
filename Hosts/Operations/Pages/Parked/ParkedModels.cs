using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Parked;

namespace DichVuCong.Operations.Pages.Parked;

/// <summary>An approval about a group, and how far it is.</summary>
/// <param name="Approval">The approval.</param>
/// <param name="Progress">How far.</param>
public sealed record GroupProgress(Approval Approval, ParkedProgress Progress);

/// <summary>The page of one cause.</summary>
/// <param name="Cause">The cause's key.</param>
/// <param name="Rows">Its messages, the oldest first.</param>
/// <param name="IsCut">Whether there are more than are shown.</param>
/// <param name="Approvals">What was proposed about the group, and how far it is.</param>
public sealed record CauseModel(string Cause, IReadOnlyList<ParkedRow> Rows, bool IsCut, IReadOnlyList<GroupProgress> Approvals);

/// <summary>The page of one message.</summary>
/// <param name="Id">The message.</param>
/// <param name="Detail">What there is of it; null when it is not parked any more.</param>
/// <param name="ClearBody">Its body in clear, when somebody gave a reason to see it; null otherwise.</param>
/// <param name="Approvals">What was proposed about it.</param>
/// <param name="History">Who did what with it, the latest first.</param>
public sealed record MessageModel(Guid Id, ParkedDetail? Detail, string? ClearBody, IReadOnlyList<Approval> Approvals, IReadOnlyList<AuditRow> History);
