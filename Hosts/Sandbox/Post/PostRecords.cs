namespace DichVuCong.Sandbox.Post;

/// <summary>An order at the post, as it is kept.</summary>
/// <param name="Number">OrderNumber.</param>
/// <param name="Customer">CustomerCode.</param>
internal sealed record PostOrderRecord(string Number, string Customer)
{
    /// <summary>How often it was taken for new: more than once, two postmen come.</summary>
    public int Taken { get; init; }

    /// <summary>How often it was known again.</summary>
    public int Repeated { get; init; }

    /// <summary>What the postman collects.</summary>
    public long Cash { get; init; }

    /// <summary>Whether it was cancelled before anybody had picked it up.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Steps that were told.</summary>
    public int StepsTaken { get; init; }
}

/// <summary>An event of the tracking, as it is kept.</summary>
/// <param name="Id">Its id, an ObjectId: later events have higher ones.</param>
/// <param name="Number">OrderNumber.</param>
/// <param name="Customer">CustomerCode.</param>
/// <param name="At">EventTime.</param>
/// <param name="Code">StatusCode.</param>
/// <param name="Text">StatusMessage.</param>
internal sealed record PostEventRecord(string Id, string Number, string Customer, DateTimeOffset At, string Code, string Text);
