namespace OnRecord.People.Staff;

/// <summary>Who is at the desk in this request. A desk route takes it as a parameter.</summary>
internal sealed record SignedIn(Guid Id, string Name, string Email, Roles Roles, string Language, Guid SessionId)
{
    public bool May(Permission permission) => Roles.May(permission);

    /// <summary>Somebody who is not signed in yet, as the one who does what they do at the door.</summary>
    public static SignedIn As(StaffMember staff) =>
        new(staff.Id, staff.Name, staff.Email, staff.Roles, staff.Language, Guid.Empty);

    public static ValueTask<SignedIn?> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));

    /// <returns>Null where nobody is signed in.</returns>
    public static SignedIn? Of(HttpContext http) => http.Features.Get<SignedIn>();
}
