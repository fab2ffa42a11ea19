namespace DichVuCong.Simulation.Bus;

/// <summary>
/// Deliberate bugs of the virtual bus, or of a saga behind a decorator: the simulation must catch each. The product has no switch for them.
/// </summary>
internal enum Mutation
{
    /// <summary>No bug.</summary>
    None = 0,

    /// <summary>The door takes a repeated call for a new one.</summary>
    ForgetToDeduplicate,

    /// <summary>The door answers before its commit.</summary>
    AnswerBeforeCommit,

    /// <summary>The last row to arrive counts as the latest.</summary>
    ApplyOldStatus,

    /// <summary>A call whose outcome is unknown is sent again under a new id.</summary>
    NewIdAfterUnknown,

    /// <summary>Clocks are written in a transaction of their own, after the commit: a crash loses them.</summary>
    LoseClocksOnCrash,

    /// <summary>What was held comes back in the wrong order.</summary>
    ReleaseInWrongOrder,

    /// <summary>A key opens before what was held is back.</summary>
    OpenBeforeHeldIsBack,

    /// <summary>A line is taken over without resolving the calls that were out.</summary>
    TakeOverWithoutAsking,

    /// <summary>An unknown outcome counts as a refusal.</summary>
    UnknownIsRefused,

    /// <summary>A message whose saga is yet to come is dropped.</summary>
    DropMessageOfAbsentSaga,

    /// <summary>The applicant of a dossier that is served on a one-stop system is told.</summary>
    NotifyOfOneStopService,

    /// <summary>The door routes by yesterday's agencies.</summary>
    RouteToClosedAgency,

    /// <summary>A saga's time may fall.</summary>
    ForgetLastNow,

    /// <summary>An owner that lost its line commits what only the owner may.</summary>
    CommitWithLostEpoch,

    /// <summary>A clock fires twice.</summary>
    FireTwice,

    /// <summary>Half of what a decision sends is lost.</summary>
    ForgetHalfOfACommit,

    /// <summary>The firing of an earlier setting of a clock is believed.</summary>
    BelieveStaleFiring,

    /// <summary>A transaction that the server has ended is committed all the same.</summary>
    CommitAfterTheSessionEnded,

    /// <summary>A key stays open while one of its calls waits for another attempt.</summary>
    OvertakeWaitingCall,

    /// <summary>A decision is not journalled.</summary>
    ForgetTheJournal,

    /// <summary>A new calendar moves no clock.</summary>
    ForgetToRecount,

    /// <summary>A refund is ordered twice.</summary>
    RefundTwice,

    /// <summary>A payment that comes after the time to pay is dropped.</summary>
    DropLatePayment,

    /// <summary>A failure that is told after the payment takes the payment back.</summary>
    ApplyOldPaymentStatus,

    /// <summary>A refund that was made is not booked.</summary>
    ForgetALedgerEntry,

    /// <summary>A refund whose outcome is unknown is sent again without asking.</summary>
    RepeatRefundBlindly,

    /// <summary>An SMS that its provider took is handed to the next one all the same.</summary>
    MoveWhatWasTaken,

    /// <summary>The other side's withdrawals are not heard.</summary>
    DeafToWithdrawals,

    /// <summary>What a system holds of a scope counts as what it was told.</summary>
    BelieveWhatWasTold,

    /// <summary>A comparison never finds anything.</summary>
    BlindComparison,

    /// <summary>The cursor moves behind a page of the post's tracking of which only the first event was taken.</summary>
    LoseTrackingEvents,

    /// <summary>Whatever the post tells of a parcel counts as its handing over.</summary>
    BelieveEveryEventDelivers,
}
