namespace DichVuCong.Faults.Check;

/// <summary>Applicants have each notice once; only what the system itself declares unknown may be missing, or come twice.</summary>
internal static class NoticeRules
{
    public static IEnumerable<Finding> Check(Records records)
    {
        // A channel with several providers has a line for each: sms:viettel.
        var doubts = records.Evidence.Doubts.ToLookup(doubt => (doubt.Key, doubt.Partner.Split(':')[0], doubt.IsPossibleLoss));
        foreach (var call in records.Evidence.Accepted.DistinctBy(call => call.Code))
        {
            var code = call.Code!;
            var due = Occasions.CountOf([.. records.Feed[code]]);
            foreach (var channel in new[] { "sms", "email" })
            {
                var taken = records.Notices[code].Where(row => row.Channel == channel).ToList();
                var expected = call.Channels.Contains(channel, StringComparer.Ordinal) ? due : 0;
                var excused = doubts[(code, channel, true)].Count();
                if (taken.Count + excused < expected && !records.Evidence.Parked.Contains(code))
                {
                    yield return new Finding(Broken.Lost, code, $"{expected} notices by {channel} were due, {taken.Count} were sent, {excused} declared as possibly lost");
                }

                if (taken.Count > expected) yield return new Finding(Broken.Doubled, code, $"{expected} notices by {channel} were due, {taken.Count} were sent");
                var twice = taken.Sum(row => row.Taken - 1);
                if (twice > doubts[(code, channel, false)].Count())
                {
                    yield return new Finding(Broken.Doubled, code, $"{twice} notices by {channel} came once more than they should");
                }
            }
        }
    }
}
