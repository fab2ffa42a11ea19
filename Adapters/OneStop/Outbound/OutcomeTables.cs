namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>What a reply to a delivery means.</summary>
public enum DeliveryAnswer : byte
{
    /// <summary>It is stored.</summary>
    Stored = 1,

    /// <summary>It was there before the call.</summary>
    AlreadyThere = 2,

    /// <summary>The system will not take it.</summary>
    Refused = 3,

    /// <summary>The reply says two things at once: it has to be found out.</summary>
    Unclear = 4,
}

/// <summary>What a reply to a look-up means that shows no dossier.</summary>
public enum LookupAnswer : byte
{
    /// <summary>The system does not have it.</summary>
    Absent = 1,

    /// <summary>The system could not say.</summary>
    Unclear = 2,
}

/// <summary>The tables of the operations, as the known systems answer; an installation that meets others gives the operation its own.</summary>
public static class OutcomeTables
{
    /// <summary>
    /// The push of a dossier (1.3, 4.2; <c>decisions.md</c>): 0 stored, 1 already there. 3 and -3 with the words are known of one system. An
    /// update that is told "already there" was not stored, so it is refused and seen by a person. 0 beside words of failure is how one system
    /// answers for a dossier it does not know (pain 9): nothing is taken as stored that may not be.
    /// </summary>
    public static OutcomeTable<DeliveryAnswer> Delivery { get; } = new(
        otherwise: DeliveryAnswer.Refused,
        new(DeliveryAnswer.Unclear, ErrorCode: 0, Text: "không thành công"),
        new(DeliveryAnswer.Unclear, ErrorCode: 0, Text: "thất bại"),
        new(DeliveryAnswer.Unclear, ErrorCode: 0, Text: "không tồn tại"),
        new(DeliveryAnswer.Stored, ErrorCode: 0),
        new(DeliveryAnswer.AlreadyThere, ErrorCode: 1, Updating: false),
        new(DeliveryAnswer.AlreadyThere, Text: "đã tồn tại", Updating: false));

    /// <summary>
    /// The look-up (2.8): -1 is how the known system says that it has no such dossier, and is believed unless its words tell of trouble. Believing
    /// it wrongly costs a second push of the same code, which is answered "already there".
    /// </summary>
    public static OutcomeTable<LookupAnswer> Lookup { get; } = new(
        otherwise: LookupAnswer.Unclear,
        new(LookupAnswer.Absent, Text: "không tìm thấy"),
        new(LookupAnswer.Absent, Text: "không tồn tại"),
        new(LookupAnswer.Absent, Text: "not found"),
        new(LookupAnswer.Unclear, Text: "lỗi"),
        new(LookupAnswer.Unclear, Text: "error"),
        new(LookupAnswer.Unclear, Text: "exception"),
        new(LookupAnswer.Unclear, Text: "timeout"),
        new(LookupAnswer.Unclear, Text: "quá tải"),
        new(LookupAnswer.Unclear, Text: "bận"),
        new(LookupAnswer.Unclear, Text: "không có quyền"),
        new(LookupAnswer.Absent, ErrorCode: -1));
}
