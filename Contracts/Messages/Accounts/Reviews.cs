namespace DichVuCong.Contracts.Accounts;

/// <summary>An agency has accounts from now on: it reviews them at least every 6 months (A11.4).</summary>
/// <param name="Agency">The agency.</param>
[MessageName("accounts.watch-agency.v1")]
public sealed record WatchAgency(AgencyCode Agency);

/// <summary>An agency reviewed its accounts; the result is signed.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="ReviewedOn">The day of the review.</param>
/// <param name="Kept">How many accounts stay as they are.</param>
/// <param name="Changed">How many are changed, locked or withdrawn.</param>
/// <param name="By">The account that gave it.</param>
/// <param name="Result">The signed result.</param>
[MessageName("accounts.keep-review.v1")]
public sealed record KeepReview(AgencyCode Agency, DateOnly ReviewedOn, int Kept, int Changed, string By, OfficialDocument Result);

/// <summary>A review comes due, or is overdue.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Count">The how manieth reminder of this review it is.</param>
/// <param name="Due">When it is, or was, due.</param>
/// <param name="Overdue">Whether that has passed.</param>
[MessageName("accounts.review-reminded.v1")]
public sealed record ReviewReminded(AgencyCode Agency, int Count, DateTimeOffset Due, bool Overdue);

/// <summary>An agency's review was not taken.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="By">The account that gave it.</param>
/// <param name="Obstacle">Why.</param>
[MessageName("accounts.review-not-taken.v1")]
public sealed record ReviewNotTaken(AgencyCode Agency, string By, ReviewObstacle Obstacle);

/// <summary>Updates an agency's row of reviews.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Due">When the next one is due.</param>
/// <param name="Overdue">Whether that has passed.</param>
/// <param name="LastOn">The day of the last one; null for none yet.</param>
[MessageName("accounts.update-review-row.v1")]
public sealed record UpdateReviewRow(AgencyCode Agency, DateTimeOffset Due, bool Overdue, DateOnly? LastOn);

/// <summary>Keeps a review.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="ReviewedOn">Its day.</param>
/// <param name="Kept">How many accounts stay as they are.</param>
/// <param name="Changed">How many are changed.</param>
/// <param name="By">The account that gave it.</param>
/// <param name="Result">The signed result.</param>
/// <param name="At">When it came.</param>
[MessageName("accounts.keep-review-row.v1")]
public sealed record KeepReviewRow(AgencyCode Agency, DateOnly ReviewedOn, int Kept, int Changed, string By, OfficialDocument Result, DateTimeOffset At);
