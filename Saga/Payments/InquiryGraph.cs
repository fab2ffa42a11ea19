using DichVuCong.Contracts.Payments;
using static DichVuCong.Contracts.Payments.InquiryState;

namespace DichVuCong.Saga.Payments;

/// <summary>What moves an inquiry along an edge.</summary>
public enum InquiryCause
{
    /// <summary>The last answer came.</summary>
    Answer,

    /// <summary>One person proposed to close it.</summary>
    Proposal,

    /// <summary>The proposal was sent back.</summary>
    Decline,

    /// <summary>A second person agreed, or a later file matched.</summary>
    Closing,

    /// <summary>A file that had closed it was corrected, and what it told before is told again.</summary>
    Recurrence,
}

/// <summary>The states of an inquiry and the edges between them; ours. What two persons closed stays closed.</summary>
public static class InquiryGraph
{
    /// <summary>The graph.</summary>
    public static StateTable<InquiryState, InquiryCause> Table { get; } = new(
        ([Open], InquiryCause.Answer, [Answered]),
        ([Open, Answered], InquiryCause.Proposal, [ClosingProposed]),
        ([ClosingProposed], InquiryCause.Decline, [Open, Answered]),
        ([Open, Answered, ClosingProposed], InquiryCause.Closing, [Closed]),
        ([Closed], InquiryCause.Recurrence, [Open]));
}
